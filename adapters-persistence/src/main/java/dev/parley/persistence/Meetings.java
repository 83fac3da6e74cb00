package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the conversation that a text belongs to, or begins it. Whoever writes into a conversation locks its row first: that puts
 * texts, replies and opt-outs of the same two numbers into one order.
 */
final class Meetings {

    private static final Sql ONGOING = Sql.of("Meetings.ongoing", """
            SELECT c.id, c.last_message_at, c.unanswered_since FROM conversation c
            WHERE c.org_id = :org AND c.our_number = :ours AND c.contact = :contact AND c.ongoing = TRUE
            FOR UPDATE""");

    private static final Sql CLOSE = Sql.of("Meetings.close", """
            UPDATE conversation SET state = 'closed', ongoing = NULL WHERE org_id = :org AND id = :id""");

    private static final Sql BEGIN = Sql.of("Meetings.begin", """
            INSERT INTO conversation (org_id, id, agent_id, number_id, our_number, contact, state, ongoing, human_until, last_message_at,
              unanswered_since, inbound_count, created_at)
            VALUES (:org, :id, :agent, (SELECT n.id FROM assigned_number n WHERE n.org_id = :org AND n.number = :ours), :ours, :contact,
              'ai', TRUE, NULL, :at, NULL, 0, :at)""");

    private static final Sql TOUCH = Sql.of("Meetings.touch", """
            UPDATE conversation SET last_message_at = GREATEST(last_message_at, :at) WHERE org_id = :org AND id = :id""");

    private Meetings() {}

    /** The conversation that the text belongs to, locked; a new one when none goes on. */
    static Ongoing join(Session tx, Meeting meeting, ConversationId newId) {
        Optional<Ongoing> ongoing = lock(tx, meeting);
        if (ongoing.isPresent() && !meeting.isTooLateFor(ongoing.get())) {
            return ongoing.get();
        }
        ongoing.ifPresent(old -> tx.on(CLOSE).set("org", meeting.organization()).set("id", old.id()).run());
        var begun = new Ongoing(newId, meeting.at(), Optional.empty());
        // When somebody else began one at the same moment, it is there by now.
        return begin(tx, meeting, newId) ? begun : lock(tx, meeting).orElse(begun);
    }

    static void touch(Session tx, OrganizationId organization, ConversationId id, Instant at) {
        tx.on(TOUCH).set("org", organization).set("id", id).set("at", at).run();
    }

    /** Waits for whoever writes into the conversation of the two just now, if there is one. */
    static void await(Session tx, Consents.Pair pair) {
        pair.on(tx, ONGOING).exists();
    }

    private static boolean begin(Session tx, Meeting meeting, ConversationId newId) {
        return meeting.on(tx, BEGIN).set("id", newId).set("agent", meeting.agent()).set("at", meeting.at()).inserts();
    }

    private static Optional<Ongoing> lock(Session tx, Meeting meeting) {
        return meeting.on(tx, ONGOING).first(Ongoing::of);
    }

    /** The conversation that goes on between two numbers, as far as the next text concerns it. */
    record Ongoing(ConversationId id, Instant lastMessageAt, Optional<Instant> unansweredSince) {

        private static Ongoing of(Row row) {
            return new Ongoing(
                    row.id("id", ConversationId::new),
                    row.moment("last_message_at"),
                    row.optionalMoment("unanswered_since"));
        }
    }

    /** Our number and a contact exchange a text. */
    record Meeting(
            OrganizationId organization,
            PhoneNumber ours,
            Address contact,
            Optional<AgentId> agent,
            int idleResetDays,
            Instant at) {

        private Statement on(Session tx, Sql sql) {
            return tx.on(sql).set("org", organization).set("ours", ours).set("contact", contact);
        }

        private boolean isTooLateFor(Ongoing conversation) {
            return idleResetDays > 0 && !at.isBefore(conversation.lastMessageAt().plus(Duration.ofDays(idleResetDays)));
        }
    }
}
