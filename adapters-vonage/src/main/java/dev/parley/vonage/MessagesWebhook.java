package dev.parley.vonage;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.MessageId;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a webhook of the Messages API says: an
 * <a href="https://developer.vonage.com/en/messages/code-snippets/inbound-message">incoming message</a> or the
 * <a href="https://developer.vonage.com/en/messages/concepts/messages-status-callbacks">status of one of ours</a>. The two differ by
 * {@code status}.
 */
final class MessagesWebhook {

    private static final Map<String, DeliveryReport.Status> STATUSES = Map.ofEntries(
            entry("submitted", DeliveryReport.Status.SENT),
            entry("delivered", DeliveryReport.Status.DELIVERED),
            entry("read", DeliveryReport.Status.DELIVERED),
            entry("undeliverable", DeliveryReport.Status.UNDELIVERED),
            entry("rejected", DeliveryReport.Status.FAILED));

    /** The channels of texts; what comes by another cannot be answered by a text. */
    private static final Set<String> CHANNELS = Set.of("sms", "mms");

    /** The types that are an object of their own with a {@code url} in it. */
    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "file", "vcard");

    private static final String UNTYPED = "application/octet-stream";

    private final JsonNode json;

    MessagesWebhook(Content.OfMessages content) {
        this.json = content.json();
    }

    /** Whom it says it is for; the account stands in the token that came with it. */
    Claim claim(WebhookRequest request) {
        Optional<String> account = MessagesToken.of(request).flatMap(token -> token.claim("api_key"));
        return new Claim(number(isStatus() ? "from" : "to"), account);
    }

    WebhookEvent event() {
        Optional<String> id = Json.find(json, "message_uuid");
        if (id.isEmpty()) {
            return new WebhookEvent.Ignored("a webhook of Vonage's Messages API without message_uuid is about no text");
        }
        boolean text = CHANNELS.contains(Json.find(json, "channel").orElse("sms"));
        if (!text) {
            return new WebhookEvent.Ignored("message " + id.get() + " of Vonage did not come as a text");
        }
        return isStatus() ? report(id.get()) : inbound(id.get());
    }

    private boolean isStatus() {
        return Json.find(json, "status").isPresent();
    }

    private Optional<String> number(String member) {
        return Json.find(json, member).map(VonageNumber::read);
    }

    private WebhookEvent inbound(String id) {
        Optional<String> from = number("from");
        Optional<String> to = number("to");
        if (from.isEmpty() || to.isEmpty()) {
            return new WebhookEvent.Ignored("message " + id + " of Vonage names no sender or no receiver");
        }
        String type = Json.find(json, "message_type").orElse("");
        if (type.equals("text")) {
            return InboundText.of(id, from.get(), to.get(), json.path("text").asText(""));
        }
        JsonNode object = json.path(type);
        return MEDIA.contains(type) ? InboundText.of(id, from.get(), to.get(), object.path("caption").asText("")).with(media(object))
                : new WebhookEvent.Ignored("message " + id + " of Vonage is of a kind that is no text");
    }

    private static List<Media> media(JsonNode object) {
        return Json.find(object, "url").map(url -> new Media(contentType(Json.find(object, "name").orElse(url)), url)).stream().toList();
    }

    /** Vonage does not say it: by the ending of the name. */
    private static String contentType(String name) {
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(name.replaceFirst("\\?.*", ""))).orElse(UNTYPED);
    }

    private WebhookEvent report(String id) {
        String word = Json.find(json, "status").orElseThrow();
        DeliveryReport.Status status = STATUSES.getOrDefault(word, DeliveryReport.Status.UNRECOGNIZED);
        Optional<MessageId> about = Json.find(json, "client_ref").flatMap(MessageId::parse);
        return new DeliveryReport(id, about, status, error(status, word), number("from"));
    }

    private Optional<ProviderError> error(DeliveryReport.Status status, String word) {
        return switch (status) {
            case UNDELIVERED, FAILED -> Optional.of(MessagesErrors.reported(json.path("error"), word));
            case SENT, DELIVERED, CANCELED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
