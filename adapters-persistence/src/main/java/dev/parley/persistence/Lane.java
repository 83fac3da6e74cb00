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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final SqlFamily LOCK = SqlFamily.of("Lane.lock", """
            SELECT c.id, c.state, c.inbound_count, c.unanswered_since, s.contact AS opted_out
            FROM conversation c {by PRIMARY}
            {then join} work w {by PRIMARY} ON w.kind = 'reply' AND w.org_id = c.org_id AND w.subject = c.id AND w.held = TRUE
            LEFT JOIN suppression s ON s.org_id = c.org_id AND s.our_number = c.our_number AND s.contact = c.contact
            WHERE %s
            FOR UPDATE""", "(c.id = :id%1$d AND c.org_id = :org%1$d AND w.epoch = :epoch%1$d)"::formatted, " OR ");

    private static final SqlFamily HANDLE = SqlFamily.of("Lane.handle", """
            UPDATE message {by PRIMARY} SET handled_as = CASE id %s END, reply_id = CASE id %s END, updated_at = {now}
            WHERE handled_as IS NULL AND (%s)""", List.of(
            new SqlFamily.Rows("WHEN :id%1$d THEN :handled_as%1$d"::formatted, " "),
            new SqlFamily.Rows("WHEN :id%1$d THEN CAST(:reply%1$d AS BINARY(16))"::formatted, " "),
            new SqlFamily.Rows("(id = :id%1$d AND org_id = :org%1$d AND conversation_id = :conversation%1$d)"::formatted, " OR ")));

    private static final Sql HANDLE_ALL = Sql.of("Lane.handleAll", """
            UPDATE message SET handled_as = :handled_as, updated_at = {now}
            WHERE org_id = :org AND conversation_id = :id AND created_at >= :since AND direction = 'inbound' AND handled_as IS NULL""");

    private static final SqlFamily RECOUNT = SqlFamily.of("Lane.recount", """
            UPDATE conversation {by PRIMARY} SET last_message_at = GREATEST(last_message_at, COALESCE(CASE id %s END, last_message_at)),
              state = COALESCE(CASE id %s END, state), unanswered_since = (SELECT MIN(m.created_at) FROM message m {by message_turns}
                WHERE m.org_id = conversation.org_id AND m.conversation_id = conversation.id
                  AND m.created_at >= conversation.unanswered_since AND m.direction = 'inbound' AND m.handled_as IS NULL)
            WHERE %s""", List.of(
            new SqlFamily.Rows("WHEN :id%1$d THEN :at%1$d"::formatted, " "),
            new SqlFamily.Rows("WHEN :id%1$d THEN :state%1$d"::formatted, " "),
            new SqlFamily.Rows("(id = :id%1$d AND org_id = :org%1$d)"::formatted, " OR ")));

    private static final Sql WAITING = Sql.of("Lane.waiting", """
            SELECT unanswered_since FROM conversation WHERE org_id = :org AND id = :id""");

    /** Locks it; empty when the claim no longer holds. */
    static Optional<Lane> lock(Session tx, WorkRows work, Claim claim) {
        return Optional.ofNullable(lock(tx, work, List.of(claim)).get(claim));
    }

    /** Locks those whose claims still hold. */
    static Map<Claim, Lane> lock(Session tx, WorkRows work, List<Claim> claims) {
        Map<UUID, Claim> bySubject = claims.stream().collect(Collectors.toMap(claim -> claim.key().subject(), claim -> claim));
        return tx.list(
                LOCK,
                claims,
                (row, claim) -> row.set("org", claim.key().organization()).set("id", claim.key().subject()).set("epoch", claim.epoch()),
                row -> of(tx, work, Objects.requireNonNull(bySubject.get(row.id("id", id -> id))), row))
                .stream()
                .collect(Collectors.toMap(Lane::claim, lane -> lane));
    }

    private static Lane of(Session tx, WorkRows work, Claim claim, Row row) {
        return new Lane(
                tx,
                work,
                claim,
                row.word("state", ConversationState.class),
                row.number("inbound_count"),
                row.optionalMoment("unanswered_since"),
                row.has("opted_out"));
    }

    OrganizationId organization() {
        return claim.key().organization();
    }

    ConversationId conversation() {
        return new ConversationId(claim.key().subject());
    }

    /** Marks texts as done with, and brings the conversation in line. */
    void handle(Handling handling) {
        handle(tx, Map.of(this, handling));
    }

    /** Marks everything that waits as failed, and gives it back. */
    Release giveUp() {
        about(HANDLE_ALL).set("since", unansweredSince.orElse(Instant.EPOCH)).set("handled_as", HandledAs.FAILED).run();
        handle(Handling.of(List.of(), HandledAs.FAILED));
        return release();
    }

    /** Marks texts of several conversations as done with, and brings these in line. */
    static void handle(Session tx, Map<Lane, Handling> handlings) {
        List<Handled> texts = handlings.entrySet().stream().flatMap(e -> e.getKey().handled(e.getValue())).toList();
        tx.run(HANDLE, texts, (row, text) -> text.fill(row));
        tx.run(
                RECOUNT,
                List.copyOf(handlings.entrySet()),
                (row, e) -> row.set("org", e.getKey().organization())
                        .set("id", e.getKey().conversation())
                        .set("state", e.getValue().state())
                        .set("at", e.getValue().at()));
    }

    private Stream<Handled> handled(Handling handling) {
        return handling.messages().stream().map(message -> new Handled(this, message, handling));
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

    private Statement about(Sql sql) {
        return tx.on(sql).set("org", organization()).set("id", conversation());
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

    /** A text that is done with. */
    private record Handled(Lane lane, MessageId message, Handling handling) {

        private void fill(Statement.Nth row) {
            row.set("org", lane.organization())
                    .set("conversation", lane.conversation())
                    .set("id", message)
                    .set("handled_as", handling.as())
                    .set("reply", handling.reply());
        }
    }
}
