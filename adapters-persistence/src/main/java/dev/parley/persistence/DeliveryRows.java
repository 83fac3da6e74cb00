package dev.parley.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.AgentId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Turn;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries as rows. */
final class DeliveryRows {

    /** What {@link #delivery} reads. */
    static final String COLUMNS = """
            d.org_id, d.id, d.agent_id, d.event, d.message_id, d.url, d.payload, d.status, d.attempts, d.next_attempt_at, d.created_at""";

    /** The same as it is shown: with the time at which work has it due, for that may have been put off or brought forward. */
    static final String SHOWN = COLUMNS.replace("d.next_attempt_at", """
            (SELECT CASE WHEN w.held = FALSE THEN w.due_at END FROM work w
             WHERE w.kind = 'notify' AND w.org_id = d.org_id AND w.subject = d.id) AS next_attempt_at""");

    private DeliveryRows() {}

    static Turn turn(Row row) {
        Delivery delivery = delivery(row);
        return new Turn(
                delivery,
                delivery.attempts().size() - row.integer("replayed_after"),
                row.optionalMoment("replayed_at").orElse(delivery.createdAt()),
                row.is("is_behind"),
                EndpointRows.health(row));
    }

    static Delivery delivery(Row row) {
        return new Delivery(
                row.id("id", DeliveryId::new),
                row.id("org_id", OrganizationId::new),
                row.id("agent_id", AgentId::new),
                row.text(
                        "event"),
                row.id("message_id", MessageId::new),
                URI.create(row.text("url")),
                row.text("payload"),
                row.word(
                        "status",
                        DeliveryStatus.class),
                Json.read(row.text("attempts")).valueStream().map(DeliveryRows::attempt).toList(),
                row
                        .optionalMoment("next_attempt_at"),
                row.moment("created_at"));
    }

    static String attempts(List<DeliveryAttempt> attempts) {
        return attempts.stream().map(DeliveryRows::json).toList().toString();
    }

    private static ObjectNode json(DeliveryAttempt attempt) {
        ObjectNode json = Json.object().put("at", attempt.at().toString()).put("responseBody", attempt.responseBody());
        attempt.statusCode().ifPresent(code -> json.put("statusCode", code));
        attempt.error().ifPresent(error -> json.put("error", error));
        return json;
    }

    private static DeliveryAttempt attempt(JsonNode json) {
        Optional<Integer> code = json.has("statusCode") ? Optional.of(json.path("statusCode").asInt()) : Optional.empty();
        return new DeliveryAttempt(
                Instant.parse(json.path("at").asText()),
                code,
                Json.optional(json, "error"),
                json.path("responseBody")
                        .asText());
    }
}
