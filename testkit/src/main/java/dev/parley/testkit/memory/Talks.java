package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Conversations. Only ever touched under the lock of {@link Memory}. */
final class Talks {

    private final Map<ConversationId, Conversation> all = new HashMap<>();
    private final Map<ConversationId, Long> inboundCounts = new HashMap<>();

    Stream<Conversation> all() {
        return all.values().stream();
    }

    Optional<Conversation> find(OrganizationId organization, ConversationId id) {
        return Optional.ofNullable(all.get(id)).filter(c -> c.organization().equals(organization));
    }

    /** The conversation that goes on between the two, as it stands. */
    Optional<Conversation> ongoing(Meeting meeting) {
        return all().filter(meeting::isIn).filter(c -> !meeting.isTooLateFor(c)).findFirst();
    }

    /** The conversation that a text belongs to: the one that goes on, or else a new one in its place. */
    Conversation join(Meeting meeting, ConversationId newId) {
        return ongoing(meeting).map(c -> touch(c, meeting.at())).orElseGet(() -> begin(meeting, newId));
    }

    void change(ConversationId id, UnaryOperator<Conversation> change) {
        all.computeIfPresent(id, (_, c) -> change.apply(c));
    }

    void countInbound(ConversationId id) {
        inboundCounts.merge(id, 1L, Long::sum);
    }

    long inboundCount(ConversationId id) {
        return inboundCounts.getOrDefault(id, 0L);
    }

    /** The last text came or went at that time, unless a later one is known. */
    Conversation touch(Conversation conversation, Instant at) {
        change(conversation.id(), c -> at.isAfter(c.lastMessageAt()) ? Changed.lastMessageAt(c, at) : c);
        return conversation;
    }

    private Conversation begin(Meeting m, ConversationId newId) {
        all().filter(m::isIn).toList().forEach(old -> change(old.id(), c -> Changed.state(c, ConversationState.CLOSED)));
        var conversation = new Conversation(
                newId,
                m.organization(),
                m.agent(),
                m.assigned(),
                m.ours(),
                m.contact(),
                ConversationState.AI,
                Optional.empty(),
                m.at(),
                Optional.empty(),
                m.at());
        all.put(newId, conversation);
        return conversation;
    }

    /** Our number and a contact exchange a text. */
    record Meeting(
            OrganizationId organization,
            PhoneNumber ours,
            Address contact,
            Optional<AgentId> agent,
            Optional<AssignedNumberId> assigned,
            int idleResetDays,
            Instant at) {

        boolean isIn(Conversation c) {
            return c.state() != ConversationState.CLOSED && c.organization().equals(organization) && c.ourNumber().equals(ours)
                    && c.contact().equals(contact);
        }

        boolean isTooLateFor(Conversation c) {
            return idleResetDays > 0 && !at.isBefore(c.lastMessageAt().plus(Duration.ofDays(idleResetDays)));
        }
    }
}
