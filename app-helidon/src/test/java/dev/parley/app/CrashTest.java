package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed at the worst moment, and started again. */
class CrashTest {

    private static final List<String> CONTACTS = IntStream.range(0, 10).mapToObj(i -> "+1202555010" + i).toList();

    @TempDir
    private Path folder;

    private final Processes processes = new Processes();

    @AfterEach
    void endAll() {
        processes.close();
    }

    @Test
    void every_text_that_was_acknowledged_is_answered_and_none_twice() throws IOException {
        Process first = processes.start(folder, Map.of("PARLEY_API_KEY", Running.KEY));
        Bakery bakery = bakery(first);
        bakery.open(1);
        CONTACTS.forEach(contact -> bakery.text(contact, "When do you open?"));
        first.destroyForcibly().onExit().join();

        Bakery again = bakery(processes.start(folder, Map.of("PARLEY_API_KEY", Running.KEY)));
        List<JsonNode> replies = Running.eventually(() -> Optional.of(again.messages("outbound"))
                .filter(texts -> texts.stream().filter(text -> text.path("status").asText().equals("delivered")).count()
                        >= CONTACTS.size()));
        assertEquals(CONTACTS, replies.stream().map(text -> text.path("toNumber").asText()).sorted().toList());
        assertEquals(List.of("replied"),
                again.messages("inbound").stream().map(text -> text.path("handledAs").asText()).distinct().toList());
        assertEquals(CONTACTS.size(), again.messages("inbound").size());
    }

    private static Bakery bakery(Process process) throws IOException {
        String ready = Processes.greeting(process).getLast();
        return new Bakery(new Caller(URI.create(ready.substring(ready.indexOf("http"))), Running.KEY));
    }
}
