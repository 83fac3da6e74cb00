package dev.parley.testkit.memory;

import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import java.time.Instant;
import java.util.Optional;

/** Conversations with one thing changed. */
final class Changed {

    private Changed() {}

    static Conversation state(Conversation c, ConversationState state) {
        return new Conversation(
                c.id(),
                c.organization(),
                c.agent(),
                c.assignedNumber(),
                c.ourNumber(),
                c.contact(),
                state,
                c.humanUntil(),
                c.lastMessageAt(),
                c.unansweredSince(),
                c.createdAt());
    }

    static Conversation lastMessageAt(Conversation c, Instant at) {
        return new Conversation(
                c.id(),
                c.organization(),
                c.agent(),
                c.assignedNumber(),
                c.ourNumber(),
                c.contact(),
                c.state(),
                c.humanUntil(),
                at,
                c.unansweredSince(),
                c.createdAt());
    }

    static Conversation waitingSince(Conversation c, Instant since) {
        return new Conversation(
                c.id(),
                c.organization(),
                c.agent(),
                c.assignedNumber(),
                c.ourNumber(),
                c.contact(),
                c.state(),
                c.humanUntil(),
                c.lastMessageAt(),
                Optional.of(since),
                c.createdAt());
    }

    static Conversation answered(Conversation c) {
        return new Conversation(
                c.id(),
                c.organization(),
                c.agent(),
                c.assignedNumber(),
                c.ourNumber(),
                c.contact(),
                c.state(),
                c.humanUntil(),
                c.lastMessageAt(),
                Optional.empty(),
                c.createdAt());
    }
}
