package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.OutboundDraft;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Texts of ours as they are first written down, in no conversation yet. */
final class Written {

    private Written() {}

    /** A text that is handed over, in no conversation yet. */
    static Outgoing sending(OutboundDraft d) {
        var message = new OutboundMessage(
                header(d, d.createdAt()),
                d.content(),
                MessageStatus.SENDING,
                d.generatedByLlm(),
                Optional.empty(),
                Optional.empty());
        return new Outgoing(message, d, Map.of(), false, true);
    }

    /** A text that waits for its time. */
    static Outgoing scheduled(OutboundDraft d, Instant at) {
        var message = new OutboundMessage(
                header(d, d.createdAt()),
                d.content(),
                MessageStatus.SCHEDULED,
                d.generatedByLlm(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at));
        return new Outgoing(message, d, Map.of(), false, false);
    }

    /** A text that waited for its time, which has come: handed over as {@code d}, still made when it was made. */
    static Outgoing said(Outgoing waiting, OutboundDraft d) {
        var said = new OutboundMessage(
                header(d, waiting.message().header().createdAt()),
                d.content(),
                MessageStatus.SENDING,
                d.generatedByLlm(),
                Optional.empty(),
                Optional.empty(),
                waiting.message().scheduledAt());
        return new Outgoing(said, d, Map.of(), false, true);
    }

    private static MessageHeader header(OutboundDraft d, Instant made) {
        return new MessageHeader(
                d.id(),
                d.organization(),
                Optional.empty(),
                d.agent(),
                d.connection(),
                d.from().map(Address::of),
                Address.of(d.to()),
                made,
                d.createdAt());
    }
}
