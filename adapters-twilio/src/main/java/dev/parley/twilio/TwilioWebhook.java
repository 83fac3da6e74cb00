package dev.parley.twilio;

import static java.util.Map.entry;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a webhook of Twilio says: an
 * <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">incoming text</a> or the
 * <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">status of one of ours</a>. The two
 * differ by {@code MessageStatus}, so that both can come to one address.
 */
final class TwilioWebhook {

    /** Our own parameter in the status address: which message the report is about, should Twilio's name for it be lost. */
    private static final String MESSAGE = "message";

    /** <a href="https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks">Twilio's words</a>. */
    private static final Map<String, DeliveryReport.Status> STATUSES = Map.ofEntries(
            entry("accepted", DeliveryReport.Status.SENT),
            entry("scheduled", DeliveryReport.Status.SENT),
            entry("queued", DeliveryReport.Status.SENT),
            entry("sending", DeliveryReport.Status.SENT),
            entry("sent", DeliveryReport.Status.SENT),
            entry("delivered", DeliveryReport.Status.DELIVERED),
            entry("read", DeliveryReport.Status.DELIVERED),
            entry("undelivered", DeliveryReport.Status.UNDELIVERED),
            entry("failed", DeliveryReport.Status.FAILED),
            entry("canceled", DeliveryReport.Status.CANCELED));

    /** <a href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Advanced Opt-Out</a> says what it has dealt with. */
    private static final Map<String, Keyword> OPT_OUT_TYPES = Map.of("STOP", Keyword.STOP, "START", Keyword.START, "HELP", Keyword.HELP);

    private static final String UNTYPED = "application/octet-stream";

    private final List<Parameter> parameters;
    private final Optional<MessageId> about;

    private TwilioWebhook(List<Parameter> parameters, Optional<MessageId> about) {
        this.parameters = parameters;
        this.about = about;
    }

    static TwilioWebhook of(WebhookRequest request) {
        List<Parameter> query = request.query();
        Optional<MessageId> about = Parameter.first(query, MESSAGE).flatMap(MessageId::parse);
        return new TwilioWebhook(request.method().equals("GET") ? query : request.form(), about);
    }

    /** The address at which Twilio is to report what became of a message. */
    static URI statusCallback(URI statusUrl, MessageId id) {
        return URI.create(statusUrl + (statusUrl.getRawQuery() == null ? "?" : "&") + MESSAGE + "=" + id);
    }

    /** Whether Twilio takes an address of that host: one with a dot in it that is not this machine's own. */
    static boolean isReachable(URI url) {
        String host = String.valueOf(url.getHost());
        return host.contains(".") && !host.startsWith("127.") && !host.endsWith(".localhost");
    }

    Optional<String> accountSid() {
        return find("AccountSid");
    }

    Claim claim() {
        return new Claim(find(isStatus() ? "From" : "To"), accountSid());
    }

    boolean namesText() {
        return find("MessageSid").isPresent();
    }

    WebhookEvent event() {
        Optional<String> sid = find("MessageSid");
        if (sid.isEmpty()) {
            return new WebhookEvent.Ignored("a webhook of Twilio without MessageSid is about no text");
        }
        return isStatus() ? report(sid.get()) : inbound(sid.get());
    }

    private boolean isStatus() {
        return find("MessageStatus").isPresent();
    }

    private WebhookEvent inbound(String sid) {
        Optional<String> from = find("From");
        Optional<String> to = find("To");
        if (from.isEmpty() || to.isEmpty()) {
            return new WebhookEvent.Ignored("text " + sid + " of Twilio names no sender or no receiver");
        }
        String body = Parameter.first(parameters, "Body").orElse("");
        var text = WebhookEvent.InboundText.of(sid, from.get(), to.get(), body).with(media());
        return handledKeyword().map(text::handledAs).orElse(text);
    }

    private Optional<Keyword> handledKeyword() {
        return find("OptOutType").map(type -> OPT_OUT_TYPES.get(type.toUpperCase(Locale.ROOT)));
    }

    private List<Media> media() {
        return IntStream.iterate(0, i -> i + 1).mapToObj(this::media).takeWhile(Optional::isPresent).flatMap(Optional::stream).toList();
    }

    private Optional<Media> media(int index) {
        return find("MediaUrl" + index).map(url -> new Media(find("MediaContentType" + index).orElse(UNTYPED), url));
    }

    private WebhookEvent report(String sid) {
        DeliveryReport report = reported(sid, find("MessageStatus").orElseThrow(), find("ErrorCode").orElse(""));
        return new WebhookEvent.DeliveryReport(sid, about, report.status(), report.error(), find("From"));
    }

    /** What a status and an error code, empty when Twilio gives none, say about a text. */
    static DeliveryReport reported(String sid, String word, String code) {
        DeliveryReport.Status status = STATUSES.getOrDefault(word, DeliveryReport.Status.UNRECOGNIZED);
        return new DeliveryReport(sid, Optional.empty(), status, error(status, word, code), Optional.empty());
    }

    private static Optional<ProviderError> error(DeliveryReport.Status status, String word, String code) {
        return switch (status) {
            case UNDELIVERED, FAILED -> Optional.of(code.isEmpty() ? unexplained(word) : TwilioErrors.reported(code));
            case SENT, DELIVERED, CANCELED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static ProviderError unexplained(String word) {
        return new ProviderError(Reason.UNKNOWN, word, "Twilio does not say why.");
    }

    private Optional<String> find(String name) {
        return Parameter.first(parameters, name).filter(value -> !value.isBlank());
    }
}
