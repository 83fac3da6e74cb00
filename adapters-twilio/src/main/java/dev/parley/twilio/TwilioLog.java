package dev.parley.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.InboundHistory.Period;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.twilio.TwilioLookup.Login;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the <a href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">log of texts</a>,
 * which Twilio lists by day and number, the latest first. Thread-safe.
 */
final class TwilioLog {

    /** What was sent to one contact in the last minutes; by number alone, since a text that is queued has no {@code DateSent} yet. */
    private static final int OF_A_CONTACT = 50;

    /** A thousand is the most. */
    private static final int OF_AN_ACCOUNT = 500;

    /** How much Twilio's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final Comparator<LoggedText> OLDEST_FIRST = Comparator.comparing(LoggedText::created);

    private final TwilioAccount account;
    private final URI api;
    private final Timeouts timeouts;
    private final InstantSource clock;

    TwilioLog(TwilioAccount account, URI api, Timeouts timeouts, InstantSource clock) {
        this.account = account;
        this.api = api;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param texts as Twilio lists them
     * @param next where the next one is
     */
    private record Page(List<LoggedText> texts, Optional<String> next) {

        /** Whether everything since then is on this page or on one before it. */
        boolean reaches(Instant since) {
            return next.isEmpty() || texts.isEmpty() || texts.stream().anyMatch(text -> text.created().isBefore(since));
        }
    }

    /** What asking for a page came to. */
    private sealed interface Asked {

        record Listed(Page page) implements Asked {}

        record Silent(String why) implements Asked {}
    }

    SendLookup.Answer lookUp(SearchedText text) {
        Instant since = text.handedOver().minus(SKEW);
        String from = text.from().map(ours -> "&From=" + encoded(ours)).orElse("");
        return switch (list(path() + "PageSize=" + OF_A_CONTACT + "&To=" + encoded(text.to()) + from)) {
            case Asked.Silent(var why) -> new SendLookup.Answer.Unavailable(why);
            case Asked.Listed(var page) when !page.reaches(since) ->
                    new SendLookup.Answer.Unavailable("this contact was sent more texts since then than Twilio lists at once");
            case Asked.Listed(var page) -> found(page.texts().reversed().stream().filter(logged -> logged.isLike(text, since)));
        };
    }

    private static SendLookup.Answer found(Stream<LoggedText> texts) {
        List<DeliveryReport> reports = texts.sorted(OLDEST_FIRST).map(LoggedText::report).toList();
        return reports.isEmpty() ? new SendLookup.Answer.NotFound() : new SendLookup.Answer.Found(reports);
    }

    /** By number when there is one, since then nothing is listed but what it received. */
    InboundHistory.Answer received(Period period) {
        String to = period.numbers().size() == 1 ? "&To=" + encoded(period.numbers().getFirst()) : "";
        String since = "&DateSent%3E=" + period.since().truncatedTo(ChronoUnit.SECONDS);
        return switch (list(period.page().orElse(path() + "PageSize=" + OF_AN_ACCOUNT + since + to))) {
            case Asked.Silent(var why) -> new InboundHistory.Answer.Unavailable(why);
            case Asked.Listed(var page) -> new InboundHistory.Answer.Received(
                    page.texts().stream().filter(LoggedText::isInbound).map(LoggedText::received).toList(),
                    page.reaches(period.since()) ? Optional.empty() : page.next());
        };
    }

    private Asked list(String path) {
        if (!path.startsWith(path())) {
            return new Asked.Silent("Twilio's next page is not of this account's log");
        }
        try (var twilio = new TwilioLookup(api, timeouts, clock)) {
            return switch (twilio.ask(new Login(account.user(), account.password()), path)) {
                case Looked.There(var json) -> read(json);
                case Looked.Refused(var status, _) -> new Asked.Silent("Twilio does not show its log: HTTP " + status);
                case Looked.Silent(var why) -> new Asked.Silent(why);
            };
        }
    }

    private static Asked read(JsonNode json) {
        JsonNode messages = json.path("messages");
        if (!messages.isArray()) {
            return new Asked.Silent("Twilio's answer lists no texts; is its base URL right?");
        }
        List<LoggedText> texts = messages.valueStream().flatMap(message -> LoggedText.read(message).stream()).toList();
        Optional<String> next = Optional.of(json.path("next_page_uri")).filter(JsonNode::isTextual).map(JsonNode::textValue);
        return texts.size() < messages.size() ? new Asked.Silent("Twilio lists a text that cannot be read")
                : new Asked.Listed(new Page(texts, next));
    }

    private String path() {
        return "/2010-04-01/Accounts/" + account.sid() + "/Messages.json?";
    }

    private static String encoded(PhoneNumber number) {
        return URLEncoder.encode(number.e164(), StandardCharsets.UTF_8);
    }
}
