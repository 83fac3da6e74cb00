package dev.parley.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What the simulated carrier tells us, as JSON: {@code type} is {@code text} or {@code status}. */
final class SimulatorWebhook {

    static final String ID_PREFIX = "SIM";

    private static final String TEXT = "text";
    private static final String STATUS = "status";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode content;

    private SimulatorWebhook(JsonNode content) {
        this.content = content;
    }

    static SimulatorWebhook of(WebhookRequest request) {
        try {
            return new SimulatorWebhook(JSON.readTree(request.body()));
        } catch (IOException notJson) {
            return new SimulatorWebhook(JsonNodeFactory.instance.missingNode());
        }
    }

    /** A contact sends a text. */
    static String text(String id, PhoneNumber from, PhoneNumber to, String body) {
        return about(TEXT, id).put("from", from.e164()).put("to", to.e164()).put("body", body).toString();
    }

    /** A text of ours has arrived. */
    static String delivered(String id, OutboundText text) {
        return status(id, text, DeliveryReport.Status.DELIVERED).toString();
    }

    /** A text of ours has not arrived. */
    static String undelivered(String id, OutboundText text) {
        return status(id, text, DeliveryReport.Status.UNDELIVERED).put("error", SimulatedFailure.SWITCHED_OFF.code()).toString();
    }

    private static ObjectNode status(String id, OutboundText text, DeliveryReport.Status status) {
        ObjectNode report = about(STATUS, id).put("messageId", text.id().toString());
        text.from().ifPresent(from -> report.put("from", from.e164()));
        return report.put("to", text.to().e164()).put(STATUS, status.name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode about(String type, String id) {
        return JSON.createObjectNode().put("type", type).put("id", id);
    }

    /** A status names the number of ours as sender, a text as receiver. */
    Claim claim() {
        return new Claim(find(find("type").equals(Optional.of(STATUS)) ? "from" : "to"), Optional.empty());
    }

    WebhookEvent event() {
        return switch (find("type").orElse("")) {
            case TEXT -> text().orElse(new WebhookEvent.Ignored("a simulated text without id, sender or receiver"));
            case STATUS -> report().orElse(new WebhookEvent.Ignored("a simulated status without id"));
            default -> new WebhookEvent.Ignored("nothing that the simulator sends");
        };
    }

    private Optional<WebhookEvent> text() {
        Optional<String> from = find("from");
        Optional<String> to = find("to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        String body = content.path("body").asText("");
        return find("id").map(id -> WebhookEvent.InboundText.of(id, from.get(), to.get(), body));
    }

    private Optional<WebhookEvent> report() {
        Optional<MessageId> about = find("messageId").flatMap(MessageId::parse);
        Optional<ProviderError> error = find("error").map(SimulatorWebhook::error);
        return find("id").map(id -> new WebhookEvent.DeliveryReport(id, about, status(), error, Optional.empty()));
    }

    private static ProviderError error(String code) {
        return SimulatedFailure.of(code).map(SimulatedFailure::error).orElseGet(() -> new ProviderError(Reason.UNKNOWN, code, ""));
    }

    private DeliveryReport.Status status() {
        return switch (find(STATUS).orElse("")) {
            case "delivered" -> DeliveryReport.Status.DELIVERED;
            case "undelivered" -> DeliveryReport.Status.UNDELIVERED;
            default -> DeliveryReport.Status.UNRECOGNIZED;
        };
    }

    private Optional<String> find(String field) {
        return Optional.of(content.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(value -> !value.isBlank());
    }
}
