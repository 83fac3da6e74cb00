package dev.parley.journal;

import dev.parley.journal.Fields.Tag;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import dev.parley.ports.spi.WebhookEvent.Part;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Entries as bytes. A version reads what the one before it and the one after it wrote; what is new in it must be left out there. */
final class EntryCodec {

    private static final String TEXT = "text";
    private static final String REPORT = "report";
    private static final String SIGNAL = "signal";

    private EntryCodec() {}

    static byte[] write(Entry entry) {
        Fields fields = new Fields().with(Tag.ORGANIZATION, entry.organization().toString())
                .with(Tag.CONNECTION, entry.connection().toString())
                .with(Tag.RECEIVED_AT, entry.receivedAt().toString());
        return switch (entry.event()) {
            case InboundText text -> write(fields.with(Tag.KIND, TEXT), text).bytes();
            case DeliveryReport report -> write(fields.with(Tag.KIND, REPORT), report).bytes();
            case OptOutSignal signal -> write(fields.with(Tag.KIND, SIGNAL), signal).bytes();
            case Ignored _ -> throw new IllegalArgumentException("what is ignored is not kept");
        };
    }

    /** The entry; an {@link IllegalArgumentException} when these bytes are none that this version understands. */
    static Entry read(byte[] bytes) {
        Fields fields = Fields.of(bytes);
        try {
            return new Entry(
                    new OrganizationId(UUID.fromString(fields.get(Tag.ORGANIZATION))),
                    new ConnectionId(UUID.fromString(fields.get(Tag.CONNECTION))),
                    event(fields),
                    Instant.parse(fields.get(Tag.RECEIVED_AT)));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("it has no time", noTime);
        }
    }

    private static WebhookEvent event(Fields fields) {
        return switch (fields.get(Tag.KIND)) {
            case TEXT -> text(fields);
            case REPORT -> report(fields);
            case SIGNAL -> new OptOutSignal(fields.get(Tag.FROM), fields.get(Tag.TO), Keyword.valueOf(fields.get(Tag.KEYWORD)));
            case String other -> throw new IllegalArgumentException("there is no kind " + other);
        };
    }

    private static Fields write(Fields fields, InboundText text) {
        fields.with(Tag.ID, text.providerMessageId()).with(Tag.FROM, text.from()).with(Tag.TO, text.to()).with(Tag.BODY, text.body());
        text.media().forEach(media -> fields.with(Tag.MEDIA_TYPE, media.contentType()).with(Tag.MEDIA_URL, media.url()));
        text.handledKeyword().ifPresent(keyword -> fields.with(Tag.KEYWORD, keyword.name()));
        text.part()
                .ifPresent(part -> fields.with(Tag.PART_REFERENCE, part.reference())
                        .with(Tag.PART_INDEX, Integer.toString(part.index()))
                        .with(Tag.PART_TOTAL, Integer.toString(part.total())));
        return fields;
    }

    private static InboundText text(Fields fields) {
        return new InboundText(
                fields.get(Tag.ID),
                fields.get(Tag.FROM),
                fields.get(Tag.TO),
                fields.get(Tag.BODY),
                media(fields),
                fields.find(Tag.KEYWORD).map(Keyword::valueOf),
                fields.find(Tag.PART_REFERENCE).map(reference -> part(reference, fields)));
    }

    private static List<Media> media(Fields fields) {
        List<String> types = fields.all(Tag.MEDIA_TYPE);
        List<String> urls = fields.all(Tag.MEDIA_URL);
        return IntStream.range(0, Math.min(types.size(), urls.size())).mapToObj(i -> new Media(types.get(i), urls.get(i))).toList();
    }

    private static Part part(String reference, Fields fields) {
        return new Part(reference, Integer.parseInt(fields.get(Tag.PART_INDEX)), Integer.parseInt(fields.get(Tag.PART_TOTAL)));
    }

    private static Fields write(Fields fields, DeliveryReport report) {
        fields.with(Tag.ID, report.providerMessageId()).with(Tag.STATUS, report.status().name());
        report.messageId().ifPresent(id -> fields.with(Tag.MESSAGE, id.toString()));
        report.error()
                .ifPresent(error -> fields.with(Tag.REASON, error.reason().name())
                        .with(Tag.CODE, error.code())
                        .with(Tag.WORDS, error.text()));
        report.from().ifPresent(from -> fields.with(Tag.FROM, from));
        return fields;
    }

    private static DeliveryReport report(Fields fields) {
        return new DeliveryReport(
                fields.get(Tag.ID),
                fields.find(Tag.MESSAGE).flatMap(MessageId::parse),
                DeliveryReport.Status.valueOf(fields.get(Tag.STATUS)),
                fields.find(Tag.REASON)
                        .map(reason -> new ProviderError(Reason.valueOf(reason), fields.get(Tag.CODE), fields.get(Tag.WORDS))),
                fields.find(Tag.FROM));
    }

    private static Fields write(Fields fields, OptOutSignal signal) {
        return fields.with(Tag.FROM, signal.contact()).with(Tag.TO, signal.ourNumber()).with(Tag.KEYWORD, signal.keyword().name());
    }
}
