package dev.parley.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.Keyword;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Acme posts: {@code {"event":"e1","account":…,"items":[{"id","kind","from","to","text","status","code","picture"}]}}. */
final class AcmeWebhook {

    private static final Map<String, Status> STATUSES = Map.of("sent", Status.SENT, "arrived", Status.DELIVERED, "lost", Status.FAILED);
    private static final Map<String, Reason> REASONS = Map.of("30", Reason.RECIPIENT_UNREACHABLE, "40", Reason.OPTED_OUT);

    private final Fault fault;
    private final int reads;

    AcmeWebhook(Fault fault, int reads) {
        this.fault = fault;
        this.reads = reads;
    }

    static Claim claim(Fault fault, WebhookRequest request) {
        JsonNode root = Json.read(request.bodyText());
        JsonNode first = root.path("items").path(0);
        String ours = first.path("kind").asText("").equals("report") == (fault != Fault.CLAIMS_FOR_THE_SENDER) ? "from" : "to";
        // Texts name our number without a plus, reports with one.
        return new Claim(string(first, ours).map(n -> n.startsWith("+") ? n : "+" + n), string(root, "account"));
    }

    List<WebhookEvent> events(WebhookRequest request) {
        JsonNode root = Json.read(request.bodyText());
        JsonNode items = root.path("items");
        if (fault == Fault.ONE_BAD_ITEM_LOSES_ALL && items.size() > 1 && stream(items).anyMatch(item -> string(item, "id").isEmpty())) {
            return List.of(new Ignored("one of the items has no id"));
        }
        if (fault == Fault.THROWS_ON_GARBAGE && !items.isArray()) {
            throw new IllegalStateException("no items");
        }
        return stream(items).map(item -> event(root, item)).toList();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return items.isArray() ? StreamSupport.stream(items.spliterator(), false) : Stream.of();
    }

    private WebhookEvent event(JsonNode root, JsonNode item) {
        JsonNode named = fault == Fault.EVENT_ID_FOR_TEXT_ID && root.has("event") ? root : item;
        Optional<String> id = string(named, root.has("event") && fault == Fault.EVENT_ID_FOR_TEXT_ID ? "event" : "id");
        Optional<String> from = string(item, fault == Fault.SWAPS_ON_READ ? "to" : "from");
        Optional<String> to = string(item, fault == Fault.SWAPS_ON_READ ? "from" : "to");
        if (id.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return new Ignored("it names no text, no sender or no receiver");
        }
        return item.path("kind").asText("").equals("report") ? report(id.get(), item)
                : text(InboundText.of(id.get(), number(from.get()), number(to.get()), body(item)), item);
    }

    /** Acme writes numbers without a plus. */
    private String number(String digits) {
        String form = switch (fault) {
            case PLUS_BEFORE_SHORT_CODES -> "\\d+";
            case PLUS_BEFORE_SIX_DIGITS -> "\\d{6,}";
            default -> "\\d{9,}";
        };
        return digits.matches(form) && fault != Fault.DROPS_PLUS ? "+" + digits : digits;
    }

    private String body(JsonNode item) {
        String text = item.path("text").asText("");
        return switch (fault) {
            case TRIMS -> text.trim();
            case MANGLES_EMOJI -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            case DECODES_TWICE -> Parameter.parse("x=" + text.replace("&", "%26")).getFirst().value();
            case CUTS_LONG_TEXTS -> text.substring(0, Math.min(text.length(), 1000));
            case NORMALIZES -> Normalizer.normalize(text, Normalizer.Form.NFC);
            case NULL_IS_NOTHING -> text.equals("null") ? "" : text;
            default -> text;
        };
    }

    private WebhookEvent text(InboundText text, JsonNode item) {
        if (fault == Fault.DROPS_EMPTY_TEXTS && text.body().isEmpty()) {
            return new Ignored("a text without words");
        }
        List<Media> media = fault == Fault.LOSES_PICTURES ? List.of()
                : string(item, "picture").map(url -> new Media("image/jpeg", url)).stream().toList();
        boolean handled = item.path("handled").asBoolean(false) || (fault == Fault.STOP_IS_HANDLED && text.body().equals("STOP"));
        InboundText whole = handled ? text.with(media).handledAs(Keyword.STOP) : text.with(media);
        return fault == Fault.CLAIMS_TO_JOIN && item.has("part")
                ? whole.as(new Part("1", item.path("part").asText("").equals("2") ? 2 : 1, 2)) : whole;
    }

    private WebhookEvent report(String id, JsonNode item) {
        Status unknown = fault == Fault.UNKNOWN_IS_FAILED ? Status.FAILED : Status.UNRECOGNIZED;
        Status status = STATUSES.getOrDefault(item.path("status").asText(""), unknown);
        var report = DeliveryReport.of(reads > 1 ? id + reads : id, status);
        Optional<String> code = string(item, "code").filter(c -> fault != Fault.UNKNOWN_CODE_IS_LOST || REASONS.containsKey(c));
        return code.isEmpty() || fault == Fault.NO_REASON ? report
                : report.because(REASONS.getOrDefault(code.get(), Reason.UNKNOWN), code.get(), "");
    }

    private static Optional<String> string(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(v -> !v.isBlank());
    }
}
