package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first conversation of the README, over HTTP, with everything real but the carrier and the model. */
class ConversationTest {

    @TempDir
    private Path folder;

    @Test
    void a_contact_texts_and_the_agent_answers_and_remembers() {
        try (Running parley = start()) {
            var bakery = new Bakery(parley);
            bakery.open(0);
            bakery.text("Hi, my name is Anna");
            assertFalse(bakery.reply(1).isEmpty());
            bakery.text("What is my name?");
            assertContains("Anna", bakery.reply(2));
        }
    }

    @Test
    void a_restart_forgets_nothing() {
        try (Running parley = start()) {
            var bakery = new Bakery(parley);
            bakery.open(0);
            bakery.text("Hi, my name is Anna");
            bakery.reply(1);
        }
        try (Running parley = start()) {
            var bakery = new Bakery(parley);
            bakery.text("What is my name?");
            assertContains("Anna", bakery.reply(2));
            assertEquals(1, parley.get("/v1/conversations").size());
        }
    }

    @Test
    void a_text_that_was_not_answered_yet_is_answered_by_the_next_start() {
        try (Running parley = start()) {
            var bakery = new Bakery(parley);
            bakery.open(2);
            bakery.text("Hi, my name is Anna");
            assertEquals(0, bakery.messages("outbound").size());
        }
        try (Running parley = start()) {
            var bakery = new Bakery(parley);
            assertFalse(bakery.reply(1).isEmpty());
            assertEquals("replied", bakery.messages("inbound").getFirst().path("handledAs").asText());
        }
    }

    @Test
    void a_crm_sends_into_the_same_conversation() {
        try (Running parley = start()) {
            var bakery = new Bakery(parley);
            String agent = bakery.open(0);
            JsonNode sent = parley.post("/v1/messages", """
                    {"to":"%s","agentId":"%s","body":"Your cake is ready for pickup."}""".formatted(Bakery.CONTACT, agent));
            assertEquals(Bakery.NUMBER, sent.path("fromNumber").asText());
            bakery.text("What did you write?");
            assertContains("Your cake is ready", bakery.reply(2));
            assertEquals(1, parley.get("/v1/conversations").size());
        }
    }

    @Test
    void the_first_start_makes_a_key_and_no_other_start_does() {
        try (Running parley = Running.unconfigured(folder, Map.of())) {
            assertTrue(parley.newKey().orElseThrow().reveal().length() >= 16);
            assertEquals(0, parley.get("/v1/agents").size());
        }
        try (Running parley = Running.unconfigured(folder, Map.of())) {
            assertEquals(Optional.empty(), parley.newKey());
        }
    }

    private Running start() {
        return Running.in(folder, Map.of());
    }

    private static void assertContains(String part, String text) {
        assertTrue(text.contains(part), text);
    }
}
