package dev.parley.ports.out;

import dev.parley.ports.work.Claim;

/** What writing a reply down came to. Everything but {@link Sending} changed nothing. */
public sealed interface ReplyCommit {

    /**
     * It is durable as {@code sending}, and ours to send.
     *
     * @param send the claim to send it
     */
    record Sending(Claim send) implements ReplyCommit {}

    /** A newer text came in: the draft is worth nothing, everything unanswered is to be answered anew. */
    record Superseded() implements ReplyCommit {}

    /** The contact has opted out meanwhile. */
    record OptedOut() implements ReplyCommit {}

    /** A human has taken the conversation over meanwhile. */
    record TakenOver() implements ReplyCommit {}

    /** The lane is no longer ours. */
    record Fenced() implements ReplyCommit {}
}
