package dev.parley.app.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void what_is_within_the_limits_is_read() {
        String deep = "[".repeat(31) + "]".repeat(31);
        String json = "{\"deep\":" + deep + ",\"long\":\"" + "a".repeat(262_144) + "\",\"digits\":" + "9".repeat(64)
                + ",\"pair\":\"\\ud83d\\ude00\"}";
        assertEquals("😀", read(json).path("pair").textValue());
    }

    @ParameterizedTest @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":2}}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}",
        "{a:1}", "{\"a\":1,}", "{\"a\":1}x",
        "{\"a\":\"\t\"}", "\ufeff{}", "{\"a\":Infinity}", "{\"a\":\"\\x\"}", "// a\n{}", "{\"a\":tru}", "{\"a\":1e4002025550123}", " ", "1",
        "\"a\"", "{\"a\":1"})
    void what_is_no_strict_json_is_malformed(String json) {
        assertEquals(Rejection.Kind.MALFORMED, refusal(json.getBytes(StandardCharsets.UTF_8)).kind());
    }

    @Test
    void other_encodings_are_malformed() {
        assertEquals("malformed_json", refusal("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)).code());
        assertEquals("malformed_json", refusal("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)).code());
        // A surrogate written as UTF-8, and a slash in two bytes.
        assertEquals("malformed_json", refusal(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}).code());
        assertEquals("malformed_json", refusal(new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}).code());
    }

    @Test
    void two_objects_that_mean_the_same_are_written_the_same() {
        String one = "{\"b\":[{\"y\":1,\"x\":null}],\"a\":\"\\u0041\",\"c\":null}";
        String two = " { \"a\" : \"A\", \"b\" : [ { \"y\" : 1 } ] } ";
        assertEquals("{\"a\":\"A\",\"b\":[{\"y\":1}]}", Json.canonical(read(one)));
        assertEquals(Json.canonical(read(one)), Json.canonical(read(two)));
        assertNotEquals(Json.canonical(read(one)), Json.canonical(read("{\"a\":\"A\",\"b\":[{\"y\":1.0}]}")));
    }

    private static ObjectNode read(String json) {
        return ((Result.Ok<ObjectNode>) Json.readObject(json.getBytes(StandardCharsets.UTF_8))).value();
    }

    private static Rejection refusal(byte[] json) {
        return assertInstanceOf(Result.Rejected.class, Json.readObject(json)).rejection();
    }
}
