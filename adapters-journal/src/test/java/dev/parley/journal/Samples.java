package dev.parley.journal;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.out.IntakeJournal.Kept;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import dev.parley.ports.spi.WebhookEvent.Part;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a webhook may have said. */
final class Samples {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 2));
    private static final ConnectionId CONNECTION = new ConnectionId(new UUID(3, 4));
    private static final Instant THEN = Instant.parse("2026-05-04T10:00:00.123456Z");

    private Samples() {}

    static Entry text(String id) {
        return entry(InboundText.of(id, "+12025550123", "+15005550006", "When do you open?"));
    }

    static Entry entry(WebhookEvent event) {
        return new Entry(ORGANIZATION, CONNECTION, event, THEN);
    }

    /** Events of every shape. */
    static Stream<WebhookEvent> shapes() {
        InboundText text = InboundText.of("SM1", "+12025550123", "+15005550006", "Öffnet ihr? 🥐\n\u0000");
        return Stream.of(
                text,
                InboundText.of("SM2", "Bank", "", ""),
                text.with("image/jpeg", "https://example.com/1").with("text/vcard", "https://example.com/2"),
                text.handledAs(Keyword.STOP),
                text.as(new Part("77", 2, 3)),
                DeliveryReport.of("SM3", DeliveryReport.Status.DELIVERED),
                DeliveryReport.of("SM3", DeliveryReport.Status.UNRECOGNIZED)
                        .about(new MessageId(new UUID(5, 6)))
                        .because(Reason.OPTED_OUT, "21610", "unsubscribed")
                        .from("+15005550006"),
                new OptOutSignal("+12025550123", "+15005550006", Keyword.START));
    }

    static List<String> ids(List<Kept> kept) {
        return kept.stream().map(k -> ((InboundText) k.entry().event()).providerMessageId()).toList();
    }
}
