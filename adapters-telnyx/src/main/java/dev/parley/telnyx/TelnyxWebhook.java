package dev.parley.telnyx;

import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.DELIVERED;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.FAILED;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.SENT;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.UNDELIVERED;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.UNRECOGNIZED;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One <a href="https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks">event</a>.
 *
 * @param type what happened
 * @param payload the text that it happened to
 */
record TelnyxWebhook(String type, JsonNode payload) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Of a <a href="https://developers.telnyx.com/api-reference/callbacks/delivery-update">receiver</a>. */
    private static final Map<DeliveryReport.Status, Set<String>> STATUSES = Map.ofEntries(
            entry(SENT, Set.of("queued", "sending", "sent", "delivery_unconfirmed")),
            entry(DELIVERED, Set.of("delivered")),
            entry(UNDELIVERED, Set.of("delivery_failed", "expired")),
            entry(FAILED, Set.of("sending_failed")));

    private static final String SENDER = "/from/phone_number";

    /** The first one: who else got a text to a group is of no concern to us. */
    private static final String RECEIVER = "/to/0/phone_number";

    static TelnyxWebhook of(WebhookRequest request) {
        JsonNode data = tree(request.bodyText()).path("data");
        return new TelnyxWebhook(data.path("event_type").asText(""), data.path("payload"));
    }

    /** A missing node when it is no JSON. */
    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Our word for one of Telnyx'. */
    static <T> T ours(Map<T, Set<String>> table, String word, T otherwise) {
        return table.entrySet().stream().filter(row -> row.getValue().contains(word)).map(Map.Entry::getKey).findFirst().orElse(otherwise);
    }

    Claim claim() {
        return new Claim(
                Optional.of(find(type.equals("message.received") ? RECEIVER : SENDER)).filter(n -> !n.isBlank()),
                Optional.empty());
    }

    List<WebhookEvent> events() {
        if (find("/id").isBlank() || find(SENDER).isBlank() || find(RECEIVER).isBlank()) {
            return List.of(new WebhookEvent.Ignored("an event of Telnyx without id, sender or receiver"));
        }
        return switch (type) {
            case "message.received" -> List.of(text());
            case "message.sent", "message.finalized" -> payload.path("to").valueStream().map(this::report).toList();
            default -> List.of(new WebhookEvent.Ignored("an event of Telnyx that is not about a text"));
        };
    }

    private WebhookEvent text() {
        InboundText text = InboundText.of(find("/id"), find(SENDER), find(RECEIVER), find("/text")).handledAs(find("/autoresponse_type"));
        for (JsonNode media : payload.path("media")) {
            text = text.with(media.path("content_type").asText("application/octet-stream"), media.path("url").asText(""));
        }
        return text;
    }

    private WebhookEvent report(JsonNode receiver) {
        String word = receiver.path("status").asText("");
        DeliveryReport.Status status = ours(STATUSES, word, UNRECOGNIZED);
        DeliveryReport report =
                DeliveryReport.of(find("/id"), status).from(find(SENDER)).about(find("/webhook_url").replaceFirst(".*=", ""));
        String code = payload.at("/errors/0/code").asText(word);
        return status == UNDELIVERED || status == FAILED
                ? report.because(ours(TelnyxProvider.CODES, code, Reason.UNKNOWN), code, find("/errors/0/title"))
                : report;
    }

    private String find(String pointer) {
        return payload.at(pointer).asText("");
    }

    @Override
    public String toString() {
        return "TelnyxWebhook";
    }
}
