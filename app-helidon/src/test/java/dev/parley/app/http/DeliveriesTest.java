package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.organization.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);
    private final Client client = rig.client(FakeCore.ADMIN_KEY);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_delivery_shows_request_answers_and_attempts() {
        Delivery delivery = core.deliveries.dead();
        JsonNode data = client.get("/v1/webhook-deliveries/" + delivery.id()).data();

        assertEquals(List.of("id", "event", "agentId", "messageId", "url", "status", "attempts", "nextAttemptAt", "payload", "createdAt"),
                names(data));
        assertEquals("dead", data.path("status").asText());
        assertEquals("Hi", data.at("/payload/body").asText());
        assertEquals(List.of("at", "statusCode", "error", "responseBody"), names(data.at("/attempts/0")));
        assertEquals(500, data.at("/attempts/0/statusCode").asInt());
        assertEquals("oops", data.at("/attempts/0/responseBody").asText());
        assertTrue(data.at("/attempts/1/statusCode").isNull());
        assertEquals("timed out", data.at("/attempts/1/error").asText());
        assertTrue(data.path("nextAttemptAt").isNull());
    }

    @Test
    void deliveries_are_listed_by_status_and_time_and_in_pages() {
        core.deliveries.dead();
        core.deliveries.dead();
        Answer first = client.get("/v1/webhook-deliveries?status=dead&since=2026-01-01T00:00:00Z&until=2099-01-01T00:00:00Z&limit=1");

        assertEquals(1, first.json().path("data").size());
        assertEquals(
                new DeliveryFilter(
                        Optional.of(DeliveryStatus.DEAD),
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2099-01-01T00:00:00Z"))),
                core.deliveries.filters.getFirst());
        String next = first.json().path("nextCursor").asText();
        assertEquals(1, client.get("/v1/webhook-deliveries?limit=1&cursor=" + next).json().path("data").size());
    }

    @Test
    void a_status_that_is_none_is_refused() {
        assertEquals(422, client.get("/v1/webhook-deliveries?status=lost").status());
        assertEquals(400, client.get("/v1/webhook-deliveries?state=dead").status());
    }

    @Test
    void who_may_read_may_not_replay() {
        String replay = "/v1/webhook-deliveries/" + core.deliveries.dead().id() + "/replay";
        Client reader = rig.client(FakeCore.keyWith(Scope.MESSAGES_READ));

        assertEquals(200, reader.get("/v1/webhook-deliveries").status());
        assertEquals(403, reader.send("POST", replay, Optional.empty()).status());
        assertEquals(200, rig.client(FakeCore.keyWith(Scope.MESSAGES_SEND)).send("POST", replay, Optional.empty()).status());
    }

    @Test
    void a_replay_answers_the_delivery_or_says_what_is_in_the_way() {
        Delivery delivery = core.deliveries.dead();
        String replay = "/v1/webhook-deliveries/" + delivery.id() + "/replay";
        assertEquals(delivery.id().toString(), client.post(replay, "{}").data().path("id").asText());

        core.deliveries.replaying = _ -> Result.rejected(Rejection.of(Kind.CONFLICT, "endpoint_disabled", "Save its URL."));
        Answer refused = client.send("POST", replay, Optional.empty());
        assertEquals(409, refused.status());
        assertEquals("endpoint_disabled", refused.json().path("code").asText());
    }

    @Test
    void many_are_replayed_at_once() {
        Answer answer = client.post("/v1/webhook-delivery-replays", "{\"status\":\"dead\",\"since\":\"2026-01-01T00:00:00Z\"}");

        assertEquals(2, answer.data().path("replayed").asInt());
        assertEquals(Optional.of(DeliveryStatus.DEAD), core.deliveries.replayed.getFirst().status());
        assertEquals(400, client.post("/v1/webhook-delivery-replays", "{\"all\":true}").status());
    }

    @Test
    void a_quarantined_text_is_replayed_or_says_why_not() {
        String text = "/v1/quarantine/" + core.quarantine().id();
        assertEquals("unknown_number", client.get(text).data().path("reason").asText());
        assertTrue(client.send("POST", text + "/replay", Optional.empty()).data().path("messageId").isTextual());

        core.replaying = _ -> Result.rejected(Rejection.of(Kind.CONFLICT, "no_agent", "Still nobody can take it."));
        Answer refused = client.send("POST", text + "/replay", Optional.empty());
        assertEquals(409, refused.status());
        assertEquals("no_agent", refused.json().path("code").asText());
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
