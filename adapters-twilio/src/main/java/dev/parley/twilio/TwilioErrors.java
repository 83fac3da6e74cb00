package dev.parley.twilio;

import static dev.parley.ports.spi.Reason.CONTENT_REJECTED;
import static dev.parley.ports.spi.Reason.DESTINATION_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.EXPIRED;
import static dev.parley.ports.spi.Reason.OPTED_OUT;
import static dev.parley.ports.spi.Reason.PROVIDER_ACCOUNT;
import static dev.parley.ports.spi.Reason.PROVIDER_AUTH;
import static dev.parley.ports.spi.Reason.RECIPIENT_INVALID;
import static dev.parley.ports.spi.Reason.RECIPIENT_UNREACHABLE;
import static dev.parley.ports.spi.Reason.REQUEST_INVALID;
import static dev.parley.ports.spi.Reason.SENDER_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.THROTTLED;
import static dev.parley.ports.spi.Reason.UNAVAILABLE;
import static dev.parley.ports.spi.Reason.UNKNOWN;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.RestException;
import com.twilio.exception.TwilioException;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Twilio's error codes in our words. Twilio changes its codes without notice, so that a code which is not in the table is
 * judged by the HTTP status that it came with.
 */
final class TwilioErrors {

    /** Followed by the code, the address of the page that explains it. */
    private static final String PAGES = "https://www.twilio.com/docs/api/errors/";

    private static final Map<String, Entry> TABLE = Map.ofEntries(
            // Who we are.
            code("10001", PROVIDER_ACCOUNT, "The account is not active."),
            code("20003", PROVIDER_AUTH, "The credentials are wrong."),
            code("20005", PROVIDER_ACCOUNT, "The account is not active."),
            code("20404", PROVIDER_AUTH, "There is no such account here."),
            code("20429", THROTTLED, "Too many requests at once."),
            code("90010", PROVIDER_ACCOUNT, "The account is not active."),
            // Refused at once.
            code("14107", THROTTLED, "Too many texts between these two numbers."),
            code("21211", RECIPIENT_INVALID, "The receiver is no valid number."),
            code("21212", SENDER_NOT_ALLOWED, "The sender is no valid number."),
            code("21265", RECIPIENT_INVALID, "The receiver is a short code."),
            code("21266", RECIPIENT_INVALID, "Sender and receiver are the same."),
            code("21408", DESTINATION_NOT_ALLOWED, "The account may not text that region: enable it under geo permissions."),
            code("21601", SENDER_NOT_ALLOWED, "The sender cannot send texts."),
            code("21602", REQUEST_INVALID, "The text is empty."),
            code("21603", SENDER_NOT_ALLOWED, "Neither a sender nor a Messaging Service is given."),
            code("21606", SENDER_NOT_ALLOWED, "The sender cannot send texts there."),
            code("21608", DESTINATION_NOT_ALLOWED, "A trial account can text verified numbers only."),
            code("21609", REQUEST_INVALID, "Twilio cannot reach the status address: PARLEY_PUBLIC_URL must be public."),
            code("21610", OPTED_OUT, "The receiver has opted out."),
            code("21611", THROTTLED, "The sender's queue is full."),
            code("21612", DESTINATION_NOT_ALLOWED, "Twilio has no route from this sender to this receiver."),
            code("21614", RECIPIENT_INVALID, "The receiver is no mobile number."),
            code("21617", REQUEST_INVALID, "The text is too long."),
            code("21635", RECIPIENT_INVALID, "The receiver is a landline."),
            code("21658", REQUEST_INVALID, "A parameter is too long."),
            code("21659", SENDER_NOT_ALLOWED, "The sender is no number of Twilio's."),
            code("21660", SENDER_NOT_ALLOWED, "The sender belongs to another account."),
            code("21701", SENDER_NOT_ALLOWED, "There is no such Messaging Service in this account."),
            code("21711", SENDER_NOT_ALLOWED, "The sender does not belong to the Messaging Service."),
            code("63038", THROTTLED, "The account has sent as much as it may in a day."),
            // Reported later.
            code("30001", THROTTLED, "The queue was full."),
            code("30002", PROVIDER_ACCOUNT, "The account was suspended."),
            code("30003", RECIPIENT_UNREACHABLE, "The handset could not be reached."),
            code("30004", RECIPIENT_UNREACHABLE, "The receiver or the carrier blocks the text."),
            code("30005", RECIPIENT_INVALID, "The receiver is unknown."),
            code("30006", RECIPIENT_INVALID, "The receiver is a landline or its carrier cannot be reached."),
            code("30007", CONTENT_REJECTED, "The text was filtered."),
            code("30008", UNKNOWN, "The carrier does not say why."),
            code("30019", CONTENT_REJECTED, "The carrier does not take so long a text."),
            code("30022", THROTTLED, "The campaign sends faster than carriers allow."),
            code("30034", SENDER_NOT_ALLOWED, "The sender is not registered for A2P 10DLC."),
            code("30035", SENDER_NOT_ALLOWED, "The sender's A2P 10DLC registration is not complete."),
            code("30036", EXPIRED, "It waited longer than its validity period."),
            code("30410", UNAVAILABLE, "The carrier did not answer."),
            code("30450", DESTINATION_NOT_ALLOWED, "Blocked as SMS pumping."),
            code("30610", DESTINATION_NOT_ALLOWED, "Blocked by quiet hours."),
            code("30640", DESTINATION_NOT_ALLOWED, "Blocked: the receiver is a known litigator."));

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Entry(Reason reason, String words) {}

    private TwilioErrors() {}

    private static Map.Entry<String, Entry> code(String code, Reason reason, String words) {
        return entry(code, new Entry(reason, words));
    }

    /** What a status report means that names nothing but a code. */
    static ProviderError reported(String code) {
        Entry entry = TABLE.getOrDefault(code, new Entry(UNKNOWN, "Twilio reports an error."));
        return error(entry.reason(), code, entry.words());
    }

    /** What an answer means that is not a success. */
    static ProviderError answered(int status, String body) {
        return read(body).flatMap(answer -> explained(status, answer)).orElseGet(() -> unexplained(status));
    }

    private static ProviderError unexplained(int status) {
        return new ProviderError(byStatus(status), String.valueOf(status), "Twilio answered HTTP " + status + " without a code.");
    }

    private static Optional<ProviderError> explained(int status, RestException answer) {
        return Optional.ofNullable(answer.getCode()).map(String::valueOf).map(code -> {
            Entry entry = TABLE.getOrDefault(code, new Entry(byStatus(status), "Twilio answered HTTP " + status + "."));
            return error(entry.reason(), code, Optional.ofNullable(answer.getMessage()).orElse(entry.words()));
        });
    }

    private static ProviderError error(Reason reason, String code, String words) {
        return new ProviderError(reason, code, words + " See " + PAGES + code);
    }

    private static Reason byStatus(int status) {
        return switch (status) {
            case 401, 403 -> PROVIDER_AUTH;
            case 402 -> PROVIDER_ACCOUNT;
            case 429 -> THROTTLED;
            default -> status >= 400 && status < 500 ? REQUEST_INVALID : UNKNOWN;
        };
    }

    private static Optional<RestException> read(String body) {
        try {
            return Optional.ofNullable(RestException.fromJson(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), JSON));
        } catch (TwilioException notTwiliosJson) {
            return Optional.empty();
        }
    }
}
