package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdempotencyTest {

    private static final String TEXT = "{\"to\":\"+12025550123\",\"body\":\"Hi\"}";

    private final FakeCore core = new FakeCore();
    private final FakeIdempotency store = new FakeIdempotency();
    private final Rig rig = Rig.with(core, store);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void the_same_request_is_done_once() {
        Answer first = send("a", TEXT);
        Answer again = send("a", "{ \"body\":\"\\u0048i\", \"agentId\":null, \"to\":\"+12025550123\" }");
        assertEquals(201, again.status());
        assertEquals(first.body(), again.body());
        assertEquals(Optional.empty(), first.header("Idempotent-Replayed"));
        assertEquals(Optional.of("true"), again.header("Idempotent-Replayed"));
        assertEquals(1, core.texts.commands.size());
    }

    @Test
    void without_a_key_it_is_done_each_time() {
        assertNotEquals(rig.client(FakeCore.ADMIN_KEY).post("/v1/messages", TEXT).body(), rig.client(FakeCore.ADMIN_KEY)
                .post("/v1/messages", TEXT)
                .body());
        assertEquals(2, core.texts.commands.size());
    }

    @Test
    void a_key_is_for_one_request_of_one_organization() {
        send("a", TEXT);
        Answer other = send("a", TEXT.replace("Hi", "Ho"));
        assertEquals(422, other.status());
        assertEquals("idempotency_key_reused", other.code());
        assertEquals(201,
                rig.client(FakeCore.OTHER_KEY).with("Idempotency-Key", "a").post("/v1/messages", TEXT.replace("Hi", "Ho")).status());
    }

    @Test
    void the_second_of_two_at_once_is_told_to_wait() {
        core.texts.sending = command -> {
            Answer second = send("a", TEXT);
            assertEquals(409, second.status());
            assertEquals("request_in_progress", second.code());
            return Result.ok(core.texts.outbound(command, MessageStatus.SENT, Optional.empty()));
        };
        assertEquals(201, send("a", TEXT).status());
    }

    @Test
    void a_refusal_of_the_provider_is_remembered_to_the_letter() {
        refuse(Kind.UPSTREAM);
        Answer first = send("a", TEXT);
        Answer again = send("a", TEXT);
        assertEquals(502, again.status());
        assertEquals(first.body(), again.body());
        assertEquals(Optional.of("application/problem+json"), again.header("Content-Type"));
        assertEquals(1, core.texts.commands.size());
    }

    @ParameterizedTest @EnumSource(value = Kind.class, names = {"MALFORMED", "UNAUTHENTICATED", "FORBIDDEN", "INVALID"})
    void a_refusal_that_left_nothing_behind_is_forgotten(Kind kind) {
        refuse(kind);
        Answer refused = send("a", TEXT);
        core.texts.sending = command -> Result.ok(core.texts.outbound(command, MessageStatus.SENT, Optional.empty()));
        Answer again = send("a", TEXT);
        assertTrue(refused.status() < 500);
        assertEquals(201, again.status());
        assertEquals(Optional.empty(), again.header("Idempotent-Replayed"));
    }

    @ParameterizedTest @EnumSource(value = Kind.class, names = {"NOT_FOUND", "CONFLICT", "UPSTREAM"})
    void every_other_refusal_is_remembered(Kind kind) {
        refuse(kind);
        Answer first = send("a", TEXT);
        assertEquals(first.body(), store.answer(FakeCore.DEFAULT, "a").orElseThrow().body());
    }

    @Test
    void an_execution_that_died_is_neither_remembered_nor_forgotten() {
        core.texts.sending = _ -> {
            throw new StoreUnavailable("away", new IllegalStateException());
        };
        assertEquals(503, send("a", TEXT).status());
        assertEquals(Optional.empty(), store.answer(FakeCore.DEFAULT, "a"));
        assertEquals(409, send("a", TEXT).status());
    }

    @Test
    void a_message_is_called_as_the_store_says() {
        var message = new MessageId(core.ids.next());
        try (Rig taken = Rig.with(core.useCases(), new FakeIdempotency() {
            @Override
            public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId fresh) {
                return new Attempt.Execute(message);
            }
        }, core.ids, core.clock)) {
            Answer answer = taken.client(FakeCore.ADMIN_KEY).with("Idempotency-Key", "a").post("/v1/messages", TEXT);
            assertEquals(message.toString(), answer.data().path("id").asText());
        }
    }

    @Test
    void a_key_is_short_and_printable() {
        assertEquals(201, send("k".repeat(255), TEXT).status());
        assertEquals(201, send("a b~!", TEXT).status());
        for (String key : List.of("k".repeat(256), "", "a\tb")) {
            Answer answer = send(key, TEXT);
            assertEquals(400, answer.status(), key);
            assertEquals("bad_idempotency_key", answer.code());
        }
        assertEquals(400, rig.client(FakeCore.ADMIN_KEY)
                .with("Idempotency-Key", "a", "Idempotency-Key", "b")
                .post("/v1/messages", TEXT)
                .status());
        assertEquals(2, core.texts.commands.size());
    }

    @Test
    void a_key_is_ascii() {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send("POST /v1/messages HTTP/1.1\r\nHost: a\r\nConnection: close\r\nx-api-key: " + FakeCore.ADMIN_KEY
                    + "\r\nIdempotency-Key: schl\u00fcssel\r\nContent-Type: application/json\r\nContent-Length: " + TEXT.length()
                    + "\r\n\r\n"
                    + TEXT).everything();
            assertTrue(read.startsWith("HTTP/1.1 400"), read);
        }
        assertTrue(core.texts.commands.isEmpty());
    }

    private void refuse(Kind kind) {
        core.texts.sending = _ -> Result.rejected(Rejection.of(kind, "refused", "No."));
    }

    private Answer send(String key, String json) {
        return rig.client(FakeCore.ADMIN_KEY).with("Idempotency-Key", key).post("/v1/messages", json);
    }
}
