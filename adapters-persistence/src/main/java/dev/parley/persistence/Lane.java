package dev.parley.persistence;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Release;
import dev.parley.ports.work.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A conversation whose reply lane somebody claims to hold, in the transaction that does something about it. */
record Lane(Session tx, WorkRows work, Claim claim) {

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
            WHERE org_id = :org AND conversation_id = :conversation AND handled_as IS NULL AND id IN (""", ":id%d"::formatted, ", ", ")");

    private static final Sql RECOUNT = Sql.of("Lane.recount", """
            UPDATE conversation SET unanswered_since = (SELECT MIN(m.created_at) FROM message m
              WHERE m.org_id = :org AND m.conversation_id = :id AND m.created_at >= :since AND m.direction = 'inbound'
                AND m.handled_as IS NULL)
            WHERE org_id = :org AND id = :id""");

    private static final Sql WAITING = Sql.of("Lane.waiting", """
            SELECT unanswered_since FROM conversation WHERE org_id = :org AND id = :id""");

    OrganizationId organization() {
        return claim.key().organization();
    }

    ConversationId conversation() {
        return new ConversationId(claim.key().subject());
    }

    /** Locks it, and reads it; empty when the claim no longer holds. */
    <T> Optional<T> lock(Function<Row, T> mapper) {
        return tx.on(LOCK).set("org", organization()).set("id", conversation()).set("epoch", claim.epoch()).first(mapper);
    }

    /** Marks texts as done with, and brings what waits in line. */
    void handle(List<MessageId> messages, HandledAs as, Optional<MessageId> reply, Optional<Instant> unansweredSince) {
        HANDLE.lots(messages).forEach(lot -> handle(lot, as, reply));
        unansweredSince.ifPresent(since -> tx.on(RECOUNT).set("org", organization()).set("id", conversation()).set("since", since).run());
    }

    /** Gives it back. */
    Release release() {
        boolean isWaiting = tx.on(WAITING)
                .set("org", organization())
                .set("id", conversation())
                .first(row -> row.has("unanswered_since"))
                .orElse(false);
        return release(isWaiting);
    }

    Release release(boolean isWaiting) {
        if (isWaiting) {
            work.beginAnew(tx, claim);
            return Release.MORE_WAITS;
        }
        work.end(tx, claim);
        return Release.EMPTY;
    }

    private void handle(List<MessageId> lot, HandledAs as, Optional<MessageId> reply) {
        Statement statement = tx.on(HANDLE.of(lot.size())).set("org", organization()).set("conversation", conversation());
        for (int i = 0; i < lot.size(); i++) {
            statement.set("id" + i, lot.get(i));
        }
        statement.set("handled_as", as).set("reply", reply).run();
    }
}
