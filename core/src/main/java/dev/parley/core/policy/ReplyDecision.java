package dev.parley.core.policy;

import dev.parley.ports.message.HandledAs;

/** What happens to a conversation that has something unanswered. */
public sealed interface ReplyDecision {

    /** Nothing waits any more. */
    record Nothing() implements ReplyDecision {}

    /**
     * No reply.
     *
     * @param why what becomes of the texts that wait
     */
    record StaySilent(HandledAs why) implements ReplyDecision {}

    /** The business's own webhook is told. */
    record Notify() implements ReplyDecision {}

    /**
     * These words, which no model found.
     *
     * @param text what to send
     */
    record Say(String text) implements ReplyDecision {
        @Override
        public String toString() {
            return "Say";
        }
    }

    /** A model finds the words. */
    record Generate() implements ReplyDecision {}
}
