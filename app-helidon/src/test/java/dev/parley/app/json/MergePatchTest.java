package dev.parley.app.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.Result;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    /** The test cases of RFC 7396 that concern objects. */
    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":"b"}           | {"a":"c"}                     | {"a":"c"}
            {"a":"b"}           | {"b":"c"}                     | {"a":"b","b":"c"}
            {"a":"b"}           | {"a":null}                    | {}
            {"a":"b","b":"c"}   | {"a":null}                    | {"b":"c"}
            {"a":["b"]}         | {"a":"c"}                     | {"a":"c"}
            {"a":"c"}           | {"a":["b"]}                   | {"a":["b"]}
            {"a":{"b":"c"}}     | {"a":{"b":"d","c":null}}      | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}   | {"a":[1]}                     | {"a":[1]}
            {"e":null}          | {"a":1}                       | {"e":null,"a":1}
            {}                  | {"a":{"bb":{"ccc":null}}}     | {"a":{"bb":{}}}
            {"a":"b"}           | {"a":{"c":1}}                 | {"a":{"c":1}}
            """)
    void merges_as_the_rfc_says(String target, String patch, String merged) {
        assertEquals(object(merged), MergePatch.apply(object(target), object(patch)));
    }

    @Test
    void changes_neither_target_nor_patch() {
        ObjectNode target = object("{\"a\":{\"b\":1}}");
        ObjectNode patch = object("{\"a\":{\"b\":null,\"c\":[1]}}");
        MergePatch.apply(target, patch);
        assertEquals(object("{\"a\":{\"b\":1}}"), target);
        assertEquals(object("{\"a\":{\"b\":null,\"c\":[1]}}"), patch);
    }

    private static ObjectNode object(String json) {
        return ((Result.Ok<ObjectNode>) Json.readObject(json.getBytes(StandardCharsets.UTF_8))).value();
    }
}
