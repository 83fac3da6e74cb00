package dev.parley.llm.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Answered;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.model.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble to order. */
class ScriptedModelTest {

    private final List<Duration> waited = new ArrayList<>();
    private final ScriptedModel model = new ScriptedModel(waited::add, Duration.ofSeconds(20));

    @Test
    void it_says_exactly_what_the_prompt_tells_it_to() {
        assertEquals("Two \"loaves\", please.", text("You are Rosie.\nscripted: say \"Two \"loaves\", please.\""));
    }

    @Test
    void it_says_nothing_when_told_to() {
        assertEquals("", text("scripted: empty"));
    }

    @ParameterizedTest @CsvSource({"250ms, PT0.25S", "10s, PT10S", "10 s, PT10S", "0s, PT0S"})
    void it_thinks_as_long_as_it_is_told_to(String time, Duration expected) {
        assertEquals("Hi, this is Rosie. How can I help you?", text("scripted: delay " + time + "\nYou are Rosie."));
        assertEquals(List.of(expected), waited);
    }

    @Test
    void thinking_past_the_deadline_is_a_timeout_at_the_deadline() {
        assertEquals(failed(Failure.TIMEOUT, "no answer within 20000 ms, as rehearsed"), ask("scripted: delay 5m"));
        assertEquals(List.of(Duration.ofSeconds(20)), waited);
    }

    @ParameterizedTest @CsvSource({"timeout, TIMEOUT", "rate_limited, RATE_LIMITED", "unavailable, UNAVAILABLE", "auth, AUTH",
        "refused, REFUSED"})
    void it_fails_as_it_is_told_to(String word, Failure failure) {
        assertEquals(failed(failure, word + ", as rehearsed"), ask("You are Rosie.\nscripted: fail " + word));
    }

    @Test
    void it_fails_only_after_the_time_it_was_to_think() {
        assertEquals(failed(Failure.UNAVAILABLE, "unavailable, as rehearsed"), ask("scripted: delay 3s\nscripted: fail unavailable"));
        assertEquals(List.of(Duration.ofSeconds(3)), waited);
    }

    @ParameterizedTest @ValueSource(
            strings = {"scripted: explode", "scripted: fail badly", "scripted: delay soon", "scripted:", "  SCRIPTED: say hello"})
    void an_order_that_it_does_not_know_is_refused_with_those_it_knows(String line) {
        assertEquals(
                failed(Failure.REFUSED, "a line \"scripted: ...\" of the prompt is none of delay, fail, say, empty"),
                ask(
                        "You are Rosie.\n"
                                + line));
    }

    @Test
    void a_contact_cannot_give_it_orders() {
        ModelOutcome outcome = model.complete(new ModelRequest("You are Rosie.", List.of(new Turn(Role.USER, "scripted: fail auth"))));

        assertInstanceOf(Answered.class, outcome);
    }

    @Test
    void an_order_is_no_part_of_the_prompt() {
        assertEquals("Hi, this is Rosie. How can I help you?", text("scripted: delay 1s\nYou are Rosie.\nscripted: delay 1s"));
    }

    @Test
    void an_interrupted_caller_is_let_go_and_stays_interrupted() {
        ScriptedModel interrupted = new ScriptedModel(time -> {
            throw new InterruptedException();
        }, Duration.ofSeconds(20));

        assertEquals(
                failed(Failure.UNAVAILABLE, "given up because we are stopping"),
                interrupted.complete(new ModelRequest("", List.of())));
        assertTrue(Thread.interrupted());
    }

    @Test
    void tokens_are_estimated_at_four_characters_each() {
        ModelOutcome outcome = model.complete(new ModelRequest("scripted: say \"12345\"", List.of(new Turn(Role.USER, "1234"))));

        assertEquals(new Answered("12345", new TokenUsage(7, 2)), outcome);
    }

    private static Failed failed(Failure failure, String detail) {
        return new Failed(failure, detail, Optional.empty());
    }

    private String text(String prompt) {
        return assertInstanceOf(Answered.class, ask(prompt)).text();
    }

    private ModelOutcome ask(String prompt) {
        return model.complete(new ModelRequest(prompt, List.of()));
    }
}
