package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.conversation.Speaker;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Messages, in and out. Only ever touched under the lock of {@link Memory}. */
final class Texts {

    private static final Set<MessageStatus> NOT_SAID = Set.of(MessageStatus.FAILED, MessageStatus.CANCELED, MessageStatus.SUPPRESSED);

    private static final Comparator<Message> OLDEST_FIRST = Comparator.comparing(m -> m.header().createdAt());

    private final Map<MessageId, InboundMessage> inbound = new LinkedHashMap<>();
    private final Map<MessageId, Outgoing> outgoing = new LinkedHashMap<>();

    Stream<Message> all() {
        return Stream.concat(inbound.values().stream(), outgoing.values().stream().map(Outgoing::message));
    }

    Stream<Outgoing> outgoing() {
        return outgoing.values().stream();
    }

    boolean exists(MessageId id) {
        return inbound.containsKey(id) || outgoing.containsKey(id);
    }

    boolean hasCome(Predicate<ConnectionId> through, String providerMessageId) {
        return inbound.values()
                .stream()
                .anyMatch(m -> through.test(m.header().connection()) && m.providerMessageId().equals(providerMessageId));
    }

    void put(InboundMessage message) {
        inbound.put(message.id(), message);
    }

    void put(Outgoing text) {
        outgoing.put(text.id(), text);
    }

    Optional<Outgoing> outgoing(OrganizationId organization, MessageId id) {
        return Optional.ofNullable(outgoing.get(id)).filter(o -> o.draft().organization().equals(organization));
    }

    /** The text that a provider's account knows by that name. */
    Optional<Outgoing> outgoing(Predicate<ConnectionId> through, String providerId) {
        return outgoing().filter(o -> through.test(o.draft().connection()) && o.parts().containsKey(providerId)).findFirst();
    }

    /** What waits for an answer, oldest first. */
    List<InboundMessage> unanswered(ConversationId conversation) {
        return inbound.values().stream().filter(m -> isIn(m, conversation) && m.handledAs().isEmpty()).sorted(OLDEST_FIRST).toList();
    }

    /** What was said, oldest first: texts of ours that surely did not go are not part of it. */
    List<Message> said(ConversationId conversation) {
        return all().filter(m -> isIn(m, conversation))
                .filter(m -> !(m instanceof OutboundMessage o && NOT_SAID.contains(o.status())))
                .sorted(Comparator.comparing(this::place))
                .toList();
    }

    /** Who said what in a message, and when. */
    Utterance utterance(Message message) {
        Speaker by = switch (message) {
            case InboundMessage _ -> Speaker.CONTACT;
            case OutboundMessage out -> out.generatedByLlm() || isReply(out.id()) ? Speaker.AGENT : Speaker.BUSINESS;
        };
        return new Utterance(place(message), by, message.content().body());
    }

    private boolean isReply(MessageId id) {
        return Optional.ofNullable(outgoing.get(id)).filter(Outgoing::isReply).isPresent();
    }

    /** By which a text is put in order: a scheduled one by when it was sent. */
    Instant place(Message message) {
        return Optional.ofNullable(outgoing.get(message.id())).map(Outgoing::place).orElseGet(() -> message.header().createdAt());
    }

    /** Says of texts of a conversation what became of them; of others, nothing. */
    void handle(ConversationId conversation, List<MessageId> ids, Handling handling) {
        for (MessageId id : ids) {
            inbound.computeIfPresent(id, (_, m) -> isIn(m, conversation) ? handling.of(m) : m);
        }
    }

    private static boolean isIn(Message message, ConversationId conversation) {
        return message.header().conversation().filter(conversation::equals).isPresent();
    }

    /** What became of a text, through which answer and when. */
    record Handling(HandledAs as, Optional<MessageId> reply, Instant at) {

        static Handling without(HandledAs as, Instant at) {
            return new Handling(as, Optional.empty(), at);
        }

        InboundMessage of(InboundMessage m) {
            MessageHeader h = m.header();
            var header = new MessageHeader(
                    h.id(),
                    h.organization(),
                    h.conversation(),
                    h.agent(),
                    h.connection(),
                    h.from(),
                    h.to(),
                    h.createdAt(),
                    at);
            return new InboundMessage(header, m.content(), m.providerMessageId(), Optional.of(as), reply);
        }
    }
}
