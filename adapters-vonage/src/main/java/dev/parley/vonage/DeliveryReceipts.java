package dev.parley.vonage;

import static dev.parley.ports.spi.Reason.CONTENT_REJECTED;
import static dev.parley.ports.spi.Reason.DESTINATION_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.EXPIRED;
import static dev.parley.ports.spi.Reason.OPTED_OUT;
import static dev.parley.ports.spi.Reason.RECIPIENT_INVALID;
import static dev.parley.ports.spi.Reason.RECIPIENT_UNREACHABLE;
import static dev.parley.ports.spi.Reason.REQUEST_INVALID;
import static dev.parley.ports.spi.Reason.SENDER_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.UNAVAILABLE;
import static dev.parley.ports.spi.Reason.UNKNOWN;
import static dev.parley.vonage.Fault.code;
import static java.util.Map.entry;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import java.util.Map;

/** What the <a href="https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts">delivery receipts</a> of the SMS API say. */
final class DeliveryReceipts {

    private static final String PAGE = "https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts";

    /** By {@code status}. {@code unknown} is a word of Vonage's too, but says nothing from which anything follows. */
    private static final Map<String, Status> STATUSES = Map.ofEntries(
            entry("accepted", Status.SENT),
            entry("buffered", Status.SENT),
            entry("delivered", Status.DELIVERED),
            entry("expired", Status.UNDELIVERED),
            entry("failed", Status.FAILED),
            entry("rejected", Status.FAILED),
            entry("unknown", Status.UNRECOGNIZED));

    /** By {@code err-code}. */
    private static final Map<String, Fault> FAULTS = Map.ofEntries(
            code("1", UNKNOWN, "The carrier does not say why."),
            code("2", RECIPIENT_UNREACHABLE, "The handset could not be reached."),
            code("3", RECIPIENT_INVALID, "The number is no longer in use."),
            code("4", RECIPIENT_UNREACHABLE, "The receiver bars texts."),
            code("5", RECIPIENT_UNREACHABLE, "The receiver's number was moved to another carrier and cannot be found there."),
            code("6", CONTENT_REJECTED, "The text was filtered as spam."),
            code("7", RECIPIENT_UNREACHABLE, "The handset was busy."),
            code("8", UNAVAILABLE, "The carrier's network failed."),
            code("9", OPTED_OUT, "The receiver has opted out."),
            code("10", REQUEST_INVALID, "The text is in the wrong encoding or has a wrong parameter."),
            code("11", DESTINATION_NOT_ALLOWED, "Vonage has no route to the receiver."),
            code("12", RECIPIENT_INVALID, "The receiver's number leads nowhere."),
            code("13", CONTENT_REJECTED, "The carrier bars the text for the receiver's age."),
            code("14", RECIPIENT_UNREACHABLE, "The carrier bars texts to the receiver."),
            code("15", RECIPIENT_UNREACHABLE, "The receiver has no credit."),
            code("50", SENDER_NOT_ALLOWED, "Filtered: the sender's entity is not registered."),
            code("51", SENDER_NOT_ALLOWED, "Filtered: the sender's name is not registered."),
            code("52", CONTENT_REJECTED, "Filtered: the text is of no registered form."),
            code("53", SENDER_NOT_ALLOWED, "Filtered: no consent is registered."),
            code("54", DESTINATION_NOT_ALLOWED, "Filtered by a regulation of the receiver's country."),
            code("99", UNKNOWN, "The carrier does not say why."));

    private static final Fault TOO_LATE = new Fault(EXPIRED, "It could not be delivered in time.");
    private static final Fault UNEXPLAINED = new Fault(UNKNOWN, "Vonage does not say why.");

    private DeliveryReceipts() {}

    static Status status(String word) {
        return STATUSES.getOrDefault(word, Status.UNRECOGNIZED);
    }

    /** Why a text did not arrive, by both words of its receipt. */
    static ProviderError error(String status, String errCode) {
        Fault otherwise = status.equals("expired") ? TOO_LATE : UNEXPLAINED;
        return FAULTS.getOrDefault(errCode, otherwise).error(errCode, "", PAGE);
    }
}
