package dev.parley.persistence;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Release;
import dev.parley.ports.work.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation whose reply lane is held, locked for the transaction that does something about it.
 *
 * @param tx the transaction
 * @param work the rows of work
 * @param claim by which the lane is held
 * @param state what the conversation is in
 * @param inboundCount how many texts have come in
 * @param unansweredSince since when something waits
 * @param isOptedOut whether the contact has opted out
 */
record Lane(
        Session tx,
        WorkRows work,
        Claim claim,
        ConversationState state,
        long inboundCount,
        Optional<Instant> unansweredSince,
        boolean isOptedOut) {

    /** Conversation first, then its work: the order in which a text that comes in takes them. */
    private static final Sql LOCK = Sql.of("Lane.lock", """
            SELECT c.state, c.inbound_count, c.unanswered_since, s.contact AS opted_out
            FROM conversation c
            JOIN work w ON w.kind = 'reply' AND w.org_id = c.org_id AND w.subject = c.id
            LEFT JOIN suppression s ON s.org_id = c.org_id AND s.our_number = c.our_number AND s.contact = c.contact
            WHERE c.org_id = :org AND c.id = :id AND w.epoch = :epoch AND w.held = TRUE
            FOR UPDATE""");

    private static final SqlFamily HANDLE = SqlFamily.of("Lane.handle", """
            UPDATE message SET handled_as = :handled_as, reply_id = :reply, updated_at = {now}
            WHERE org_id = :org AND conversation_id = :conversation AND handled_as IS NULL AND id IN (%s)""", ":id%d"::formatted, ", ");

    private static final Sql HANDLE_ALL = Sql.of("Lane.handleAll", """
            UPDATE message SET handled_as = :handled_as, updated_at = {now}
            WHERE org_id = :org AND conversation_id = :id AND created_at >= :since AND direction = 'inbound' AND handled_as IS NULL""");

    private static final Sql RECOUNT = Sql.of("Lane.recount", """
            UPDATE conversation SET last_message_at = GREATEST(last_message_at, COALESCE(:at, last_message_at)),
              state = COALESCE(:state, state), unanswered_since = (SELECT MIN(m.created_at) FROM message m
                WHERE m.org_id = :org AND m.conversation_id = :id AND m.created_at >= :since AND m.direction = 'inbound'
                  AND m.handled_as IS NULL)
            WHERE org_id = :org AND id = :id""");

    private static final Sql WAITING = Sql.of("Lane.waiting", """
            SELECT unanswered_since FROM conversation WHERE org_id = :org AND id = :id""");

    /** Locks it; empty when the claim no longer holds. */
    static Optional<Lane> lock(Session tx, WorkRows work, Claim claim) {
        return tx.on(LOCK)
                .set("org", claim.key().organization())
                .set("id", claim.key().subject())
                .set("epoch", claim.epoch())
                .first(
                        row -> new Lane(
                                tx,
                                work,
                                claim,
                                row.word("state", ConversationState.class),
                                row.number("inbound_count"),
                                row.optionalMoment("unanswered_since"),
                                row.has("opted_out")));
    }

    OrganizationId organization() {
        return claim.key().organization();
    }

    ConversationId conversation() {
        return new ConversationId(claim.key().subject());
    }

    /** Marks texts as done with, and brings the conversation in line. */
    void handle(Handling handling) {
        HANDLE.lots(handling.messages()).forEach(lot -> handle(handling, lot));
        recount(handling);
    }

    /** Marks everything that waits as failed, and gives it back. */
    Release giveUp() {
        about(HANDLE_ALL).set("since", unansweredSince.orElse(Instant.EPOCH)).set("handled_as", HandledAs.FAILED).run();
        recount(Handling.of(List.of(), HandledAs.FAILED));
        return release();
    }

    /** Gives it back after something was done about what waits. */
    Release release() {
        return release(about(WAITING).first(row -> row.has("unanswered_since")).orElse(false));
    }

    Release release(boolean isWaiting) {
        if (isWaiting) {
            work.beginAnew(tx, claim);
            return Release.MORE_WAITS;
        }
        work.end(tx, claim);
        return Release.EMPTY;
    }

    private void recount(Handling handling) {
        about(RECOUNT).set("since", unansweredSince.orElse(Instant.EPOCH)).set("state", handling.state()).set("at", handling.at()).run();
    }

    private Statement about(Sql sql) {
        return tx.on(sql).set("org", organization()).set("id", conversation());
    }

    private void handle(Handling handling, List<MessageId> lot) {
        Statement statement = tx.on(HANDLE.of(lot.size()))
                .set("org", organization())
                .set("conversation", conversation())
                .set("handled_as", handling.as())
                .set("reply", handling.reply());
        for (int i = 0; i < lot.size(); i++) {
            statement.set("id" + i, lot.get(i));
        }
        statement.run();
    }

    /**
     * What becomes of texts that wait.
     *
     * @param messages which
     * @param as how they are done with
     * @param reply by which message
     * @param at when that was written
     * @param state what the conversation becomes by it
     */
    record Handling(
            List<MessageId> messages,
            HandledAs as,
            Optional<MessageId> reply,
            Optional<Instant> at,
            Optional<ConversationState> state) {

        static Handling of(List<MessageId> messages, HandledAs as) {
            return new Handling(messages, as, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
