package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.OutboundDraft;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text of ours and what only the outbox needs to know of it. Immutable.
 *
 * @param message as everybody sees it
 * @param draft as it was begun
 * @param parts what is known of each part that the provider reports on
 * @param isReply whether the reply lane made it
 * @param isInFlight whether it may be with the provider already
 */
record Outgoing(OutboundMessage message, OutboundDraft draft, Map<String, MessageStatus> parts, boolean isReply, boolean isInFlight) {

    Outgoing {
        parts = new LinkedHashMap<>(parts);
    }

    /** Its place among the others: when it was said. */
    Instant place() {
        return draft.createdAt();
    }

    MessageId id() {
        return draft.id();
    }

    /** The same as part of a conversation. */
    Outgoing in(ConversationId conversation) {
        MessageHeader h = message.header();
        return with(new MessageHeader(
                h.id(),
                h.organization(),
                Optional.of(conversation),
                h.agent(),
                h.connection(),
                h.from(),
                h.to(),
                h.createdAt(),
                h.updatedAt()));
    }

    /** The same, from the number that the provider chose. */
    Outgoing from(Address from) {
        MessageHeader h = message.header();
        return with(new MessageHeader(
                h.id(),
                h.organization(),
                h.conversation(),
                h.agent(),
                h.connection(),
                Optional.of(from),
                h.to(),
                h.createdAt(),
                h.updatedAt()));
    }

    /** The same as an answer of the reply lane. */
    Outgoing asReply() {
        return new Outgoing(message, draft, parts, true, isInFlight);
    }

    /** The same, perhaps with the provider or surely not. */
    Outgoing inFlight(boolean isItNow) {
        return new Outgoing(message, draft, parts, isReply, isItNow);
    }

    /** The same further on; unchanged when it is as far already. */
    Outgoing raised(Progress progress, Instant now) {
        if (progress.status().rank() <= message.status().rank()) {
            return this;
        }
        MessageHeader h = message.header();
        return with(progress.failure().isPresent() ? progress : new Progress(progress.status(), lasting())).with(new MessageHeader(
                h.id(),
                h.organization(),
                h.conversation(),
                h.agent(),
                h.connection(),
                h.from(),
                h.to(),
                h.createdAt(),
                now));
    }

    /** That it may have gone twice stays true however far it gets. */
    private Optional<Failure> lasting() {
        return message.failure().filter(failure -> failure.code().equals(LostSends.MAY_HAVE_GONE_TWICE));
    }

    /** The same, of which it is not known whether it went once or twice. */
    Outgoing flagged(String words) {
        return message.failure().isPresent() ? this
                : with(Progress.of(message.status(), new Failure(LostSends.MAY_HAVE_GONE_TWICE, words)));
    }

    /** The same, with these words about what went wrong. */
    Outgoing noted(Failure failure) {
        return with(Progress.of(message.status(), failure));
    }

    /** The same, waiting to be tried again because of {@code failure}. */
    Outgoing waiting(Failure failure) {
        return queued().noted(failure);
    }

    /** The same, waiting for its turn. */
    Outgoing queued() {
        return with(new Progress(MessageStatus.QUEUED, message.failure())).inFlight(false);
    }

    /** The same, that waited and is handed over now. */
    Outgoing leaving() {
        return with(Progress.of(MessageStatus.SENDING)).inFlight(true);
    }

    /** Whether it has yet to leave. */
    boolean isToLeave() {
        return message.status() == MessageStatus.QUEUED || message.status() == MessageStatus.SENDING;
    }

    /** The same, billed as so many segments. */
    Outgoing billed(int segments) {
        Content c = message.content();
        OutboundMessage m = message;
        return with(new OutboundMessage(
                m.header(),
                new Content(c.body(), c.encoding(), segments, c.media()),
                m.status(),
                m.generatedByLlm(),
                m.providerMessageId(),
                m.failure(),
                m.scheduledAt()));
    }

    /** The same with a part of which that is known; what is known of a part only ever grows. */
    Outgoing part(String providerId, MessageStatus status) {
        var all = new LinkedHashMap<>(parts);
        all.merge(providerId, status, (old, now) -> now.rank() > old.rank() ? now : old);
        OutboundMessage m = message;
        var named = new OutboundMessage(
                m.header(),
                m.content(),
                m.status(),
                m.generatedByLlm(),
                Optional.of(all.firstEntry().getKey()),
                m.failure(),
                m.scheduledAt());
        return new Outgoing(named, draft, all, isReply, isInFlight);
    }

    /** How far the whole is: as far as the part that is least far, or failed when one part is. */
    MessageStatus whole() {
        return parts.values()
                .stream()
                .filter(s -> s.isFinal() && s != MessageStatus.DELIVERED)
                .findFirst()
                .orElseGet(() -> parts.values().stream().min(Comparator.comparingInt(MessageStatus::rank)).orElse(message.status()));
    }

    private Outgoing with(MessageHeader header) {
        OutboundMessage m = message;
        return with(
                new OutboundMessage(
                        header,
                        m.content(),
                        m.status(),
                        m.generatedByLlm(),
                        m.providerMessageId(),
                        m.failure(),
                        m.scheduledAt()));
    }

    private Outgoing with(Progress progress) {
        OutboundMessage m = message;
        return with(new OutboundMessage(
                m.header(),
                m.content(),
                progress.status(),
                m.generatedByLlm(),
                m.providerMessageId(),
                progress.failure(),
                m.scheduledAt()));
    }

    private Outgoing with(OutboundMessage other) {
        return new Outgoing(other, draft, parts, isReply, isInFlight);
    }

    /** How far a text is, and why no further. */
    record Progress(MessageStatus status, Optional<Failure> failure) {

        static Progress of(MessageStatus status) {
            return new Progress(status, Optional.empty());
        }

        static Progress of(MessageStatus status, Failure failure) {
            return new Progress(status, Optional.of(failure));
        }
    }
}
