package dev.parley.core.world;

import dev.parley.ports.Address;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import java.util.Optional;

/** What providers tell about texts of ours, in the words in which it is stored. Pure. */
public final class Reports {

    private Reports() {}

    /** What a report says; nothing when its status has no word here. */
    public static Optional<StatusReport> read(DeliveryReport report) {
        return status(report.status()).map(status -> with(report, status));
    }

    /** What a provider says about a text that it was asked for: it has it, whatever its word for the status means. */
    public static StatusReport found(DeliveryReport text) {
        return with(text, status(text.status()).orElse(MessageStatus.SENT));
    }

    private static StatusReport with(DeliveryReport report, MessageStatus status) {
        return new StatusReport(
                report.providerMessageId(),
                report.messageId(),
                status,
                report.error().map(Failure::of),
                report.error().map(ProviderError::reason).filter(reason -> reason == Reason.OPTED_OUT).isPresent(),
                report.from().flatMap(PhoneNumber::parse).map(Address::of));
    }

    private static Optional<MessageStatus> status(DeliveryReport.Status status) {
        return switch (status) {
            case SENT -> Optional.of(MessageStatus.SENT);
            case DELIVERED -> Optional.of(MessageStatus.DELIVERED);
            case UNDELIVERED -> Optional.of(MessageStatus.UNDELIVERED);
            case FAILED -> Optional.of(MessageStatus.FAILED);
            case CANCELED -> Optional.of(MessageStatus.CANCELED);
            case UNRECOGNIZED -> Optional.empty();
        };
    }
}
