package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.MessageId;
import dev.parley.ports.out.IdempotencyStore.Answer;
import dev.parley.ports.out.IdempotencyStore.Attempt;
import dev.parley.testkit.Rule;
import java.time.Duration;
import java.util.List;

/** Requests that name a key. */
final class IdempotencyRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("I1", "the first time a request is executed, under its own message", "begin", IdempotencyRules::first_is_executed),
            new Rule<>(
                    "I2",
                    "of twenty at once one is executed, the others wait",
                    "plain insert and the duplicate-key error",
                    IdempotencyRules::twenty_execute_one),
            new Rule<>(
                    "I3",
                    "what was answered is answered again for a week",
                    "the answer, and how long it is kept",
                    IdempotencyRules::answers_again),
            new Rule<>(
                    "I4",
                    "a key that was used for something else does not fit, whatever became of that",
                    "the fingerprint",
                    IdempotencyRules::another_request_does_not_fit),
            new Rule<>("I5", "a request that was given up can be made anew", "abandon", IdempotencyRules::given_up_is_new),
            new Rule<>(
                    "I6",
                    "an execution that was not heard of for a minute is taken up again with the same message",
                    "the time of the last begin",
                    IdempotencyRules::is_taken_up_again),
            new Rule<>(
                    "I7",
                    "by one of twenty who ask at once",
                    "an update that compares the time that it read",
                    IdempotencyRules::is_taken_up_by_one),
            new Rule<>(
                    "I8",
                    "keys that differ in case alone are two",
                    "the collation of the key must be binary",
                    IdempotencyRules::keys_are_compared_to_the_letter),
            new Rule<>("I9", "a key may be 255 characters long", "the length of its column", IdempotencyRules::keys_may_be_long),
            new Rule<>(
                    "I10",
                    "the first answer stays, whoever gives another",
                    "an execution that was taken up may be answered by both: what was told once is told again",
                    IdempotencyRules::the_first_answer_stays));

    private static final String KEY = "order-1";
    private static final String PRINT = "f".repeat(64);
    private static final Answer ANSWER = new Answer(201, "{\"data\":{\"id\":\"1\"}}");

    private IdempotencyRules() {}

    private static void first_is_executed(Scene scene) {
        MessageId message = scene.message();
        assertEquals(new Attempt.Execute(message), begin(scene, PRINT, message));
        assertEquals(new Attempt.InProgress(), begin(scene, PRINT, scene.message()));
    }

    private static void twenty_execute_one(Scene scene) {
        MessageId message = scene.message();
        List<Attempt> attempts = Crowd.of(20, _ -> begin(scene, PRINT, message));
        assertEquals(1, attempts.stream().filter(new Attempt.Execute(message)::equals).count());
        assertEquals(19, attempts.stream().filter(new Attempt.InProgress()::equals).count());
    }

    private static void answers_again(Scene scene) {
        begin(scene, PRINT, scene.message());
        scene.stores().idempotency().finish(scene.home().id(), KEY, ANSWER);
        assertEquals(new Attempt.Replay(ANSWER), begin(scene, PRINT, scene.message()));
        scene.pass(Duration.ofDays(7).minusMinutes(1));
        assertEquals(new Attempt.Replay(ANSWER), begin(scene, PRINT, scene.message()));
    }

    private static void another_request_does_not_fit(Scene scene) {
        begin(scene, PRINT, scene.message());
        assertEquals(new Attempt.Mismatch(), begin(scene, "e".repeat(64), scene.message()));
        scene.pass(Duration.ofMinutes(2));
        assertEquals(new Attempt.Mismatch(), begin(scene, "e".repeat(64), scene.message()));
        scene.stores().idempotency().finish(scene.home().id(), KEY, ANSWER);
        assertEquals(new Attempt.Mismatch(), begin(scene, "e".repeat(64), scene.message()));
        assertEquals(new Attempt.Replay(ANSWER), begin(scene, PRINT, scene.message()));
    }

    private static void given_up_is_new(Scene scene) {
        begin(scene, PRINT, scene.message());
        scene.stores().idempotency().abandon(scene.home().id(), KEY);
        MessageId next = scene.message();
        assertEquals(new Attempt.Execute(next), begin(scene, "e".repeat(64), next));
    }

    private static void is_taken_up_again(Scene scene) {
        MessageId first = scene.message();
        begin(scene, PRINT, first);
        scene.pass(Duration.ofSeconds(50));
        assertEquals(new Attempt.InProgress(), begin(scene, PRINT, scene.message()));
        scene.pass(Duration.ofSeconds(11));
        assertEquals(new Attempt.Execute(first), begin(scene, PRINT, scene.message()));
        assertEquals(new Attempt.InProgress(), begin(scene, PRINT, scene.message()));
        scene.pass(Duration.ofSeconds(61));
        assertEquals(new Attempt.Execute(first), begin(scene, PRINT, scene.message()));
    }

    private static void is_taken_up_by_one(Scene scene) {
        MessageId first = scene.message();
        begin(scene, PRINT, first);
        scene.pass(Duration.ofSeconds(61));
        List<Attempt> attempts = Crowd.of(20, _ -> begin(scene, PRINT, scene.message()));
        assertEquals(1, attempts.stream().filter(new Attempt.Execute(first)::equals).count());
        assertEquals(19, attempts.stream().filter(new Attempt.InProgress()::equals).count());
    }

    private static void keys_are_compared_to_the_letter(Scene scene) {
        MessageId lower = scene.message();
        MessageId upper = scene.message();
        assertEquals(new Attempt.Execute(lower), scene.stores().idempotency().begin(scene.home().id(), "key", PRINT, lower));
        assertEquals(new Attempt.Execute(upper), scene.stores().idempotency().begin(scene.home().id(), "KEY", PRINT, upper));
    }

    private static void keys_may_be_long(Scene scene) {
        String key = "k".repeat(255);
        scene.stores().idempotency().begin(scene.home().id(), key, PRINT, scene.message());
        scene.stores().idempotency().finish(scene.home().id(), key, ANSWER);
        assertEquals(new Attempt.Replay(ANSWER), scene.stores().idempotency().begin(scene.home().id(), key, PRINT, scene.message()));
    }

    private static Attempt begin(Scene scene, String fingerprint, MessageId message) {
        return scene.stores().idempotency().begin(scene.home().id(), KEY, fingerprint, message);
    }

    private static void the_first_answer_stays(Scene scene) {
        var store = scene.stores().idempotency();
        store.begin(scene.home().id(), KEY, PRINT, scene.message());
        store.finish(scene.home().id(), KEY, new Answer(201, "first"));
        store.finish(scene.home().id(), KEY, new Answer(201, "second"));
        assertEquals(new Attempt.Replay(new Answer(201, "first")), store.begin(scene.home().id(), KEY, PRINT, scene.message()));
    }
}
