package dev.parley.vonage;

import dev.parley.ports.MessageId;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import java.util.Optional;

/**
 * What a webhook of the SMS API says: an <a href="https://developer.vonage.com/en/messaging/sms/guides/inbound-sms">incoming text</a>, or
 * a part of one, or the <a href="https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts">receipt</a> of one of ours. The
 * two differ by {@code status}. In both {@code to} is our number and {@code msisdn} the contact's.
 */
final class SmsWebhook {

    static final String ACCOUNT = "api-key";

    private static final int LONGEST_COUNT = 3;

    private final Content.OfSms content;

    SmsWebhook(Content.OfSms content) {
        this.content = content;
    }

    Claim claim() {
        return new Claim(ourNumber(), content.find(ACCOUNT));
    }

    WebhookEvent event() {
        Optional<String> id = content.find("messageId");
        if (id.isEmpty()) {
            return new WebhookEvent.Ignored("a webhook of Vonage's SMS API without messageId is about no text");
        }
        return content.find("status").map(status -> report(id.get(), status)).orElseGet(() -> inbound(id.get()));
    }

    private Optional<String> ourNumber() {
        return content.find("to").map(VonageNumber::read);
    }

    private WebhookEvent inbound(String id) {
        Optional<String> from = content.find("msisdn").map(VonageNumber::read);
        Optional<String> to = ourNumber();
        if (from.isEmpty() || to.isEmpty()) {
            return new WebhookEvent.Ignored("text " + id + " of Vonage names no sender or no receiver");
        }
        if (content.find("type").filter("binary"::equals).isPresent()) {
            return new WebhookEvent.Ignored("message " + id + " of Vonage is binary");
        }
        InboundText text = InboundText.of(id, from.get(), to.get(), content.text("text"));
        return part().map(text::as).orElse(text);
    }

    /** Vonage does not join the parts of a text. What it says of a part that cannot be: the text is taken for a whole one. */
    private Optional<Part> part() {
        Optional<String> reference = content.find("concat").filter("true"::equalsIgnoreCase).flatMap(_ -> content.find("concat-ref"));
        int index = count("concat-part");
        int total = count("concat-total");
        return reference.filter(_ -> total > 1 && total < 256 && index > 0 && index <= total).map(ref -> new Part(ref, index, total));
    }

    private int count(String name) {
        return content.find(name).filter(n -> n.length() <= LONGEST_COUNT && n.matches("\\d+")).map(Integer::parseInt).orElse(0);
    }

    private WebhookEvent report(String id, String word) {
        DeliveryReport.Status status = DeliveryReceipts.status(word);
        Optional<MessageId> about = content.find("client-ref").flatMap(MessageId::parse);
        var report = new DeliveryReport(id, about, status, Optional.empty(), ourNumber());
        return switch (status) {
            case UNDELIVERED, FAILED -> because(report, word);
            case SENT, DELIVERED, CANCELED, UNRECOGNIZED -> report;
        };
    }

    private DeliveryReport because(DeliveryReport report, String word) {
        var error = DeliveryReceipts.error(word, content.find("err-code").orElse(word));
        return report.because(error.reason(), error.code(), error.text());
    }
}
