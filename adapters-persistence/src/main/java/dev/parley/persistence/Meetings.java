package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the conversation that a text belongs to, or begins it. Whoever writes into a conversation locks its row first: that puts
 * texts, replies and opt-outs of the same two numbers into one order.
 */
final class Meetings {

    private static final SqlFamily ONGOING = SqlFamily.of("Meetings.ongoing", """
            SELECT c.org_id, c.our_number, c.contact, c.id, c.last_message_at, c.unanswered_since FROM conversation c {by conversation_ongoing}
            WHERE %s FOR UPDATE""", """
            (c.contact = :contact%1$d AND c.our_number = :ours%1$d AND c.org_id = :org%1$d AND c.ongoing = TRUE)"""::formatted, " OR ");

    private static final Sql CLOSE = Sql.of("Meetings.close", """
            UPDATE conversation SET state = 'closed', ongoing = NULL WHERE org_id = :org AND id = :id""");

    private static final SqlFamily BEGIN = SqlFamily.of("Meetings.begin", """
            INSERT INTO conversation (org_id, id, agent_id, number_id, our_number, contact, state, ongoing, human_until, last_message_at,
              unanswered_since, inbound_count, created_at)
            VALUES %s""", """
            (:org%1$d, :id%1$d, :agent%1$d, (SELECT n.id FROM assigned_number n WHERE n.org_id = :org%1$d AND n.number = :ours%1$d),
              :ours%1$d, :contact%1$d, 'ai', TRUE, NULL, :at%1$d, :since%1$d, :count%1$d, :at%1$d)"""::formatted, ", ");

    private static final Sql TOUCH = Sql.of("Meetings.touch", """
            UPDATE conversation SET last_message_at = GREATEST(last_message_at, :at) WHERE org_id = :org AND id = :id""");

    private Meetings() {}

    /** The conversation that the text belongs to, locked; a new one when none goes on. */
    static Ongoing join(Session tx, Meeting meeting, ConversationId newId) {
        return join(tx, new Guest(meeting, newId, Counted.NOTHING));
    }

    private static Ongoing join(Session tx, Guest guest) {
        Meeting meeting = guest.meeting();
        Optional<Ongoing> ongoing = lock(tx, meeting);
        if (ongoing.isPresent() && !meeting.isTooLateFor(ongoing.get())) {
            return ongoing.get();
        }
        ongoing.ifPresent(old -> tx.on(CLOSE).set("org", meeting.organization()).set("id", old.id()).run());
        begin(tx, List.of(guest));
        return guest.begun();
    }

    /** The conversations that these texts belong to, no two of them to the same, in their order. */
    static List<Ongoing> join(Session tx, List<Guest> guests) {
        Map<Consents.Pair, Ongoing> ongoing = new HashMap<>(lock(tx, guests.stream().map(Guest::meeting).toList()));
        List<Guest> strangers = guests.stream().filter(guest -> !ongoing.containsKey(guest.meeting().pair())).toList();
        begin(tx, strangers);
        strangers.forEach(guest -> ongoing.put(guest.meeting().pair(), guest.begun()));
        return guests.stream()
                .map(guest -> Optional.ofNullable(ongoing.get(guest.meeting().pair()))
                        .filter(conversation -> !guest.meeting().isTooLateFor(conversation))
                        .orElseGet(() -> join(tx, guest)))
                .toList();
    }

    static void touch(Session tx, OrganizationId organization, ConversationId id, Instant at) {
        tx.on(TOUCH).set("org", organization).set("id", id).set("at", at).run();
    }

    /** Waits for whoever writes into the conversation of the two just now, if there is one. */
    static void await(Session tx, Consents.Pair pair) {
        lockPairs(tx, List.of(pair));
    }

    /**
     * When somebody else began one of them at the same moment, the transaction begins anew: an insert that met another keeps a lock
     * for reading, and of several who keep one none would ever be given the lock for writing.
     */
    private static void begin(Session tx, List<Guest> guests) {
        boolean isFirst = tx.inserts(
                BEGIN,
                guests,
                (row, guest) -> guest.meeting()
                        .pair()
                        .fill(row)
                        .set("id", guest.newId())
                        .set("agent", guest.meeting().agent())
                        .set("at", guest.meeting().at())
                        .set("since", guest.counted().unansweredSince())
                        .set("count", guest.counted().texts()));
        if (!isFirst) {
            throw Failures.overtaken("Meetings.begin");
        }
    }

    private static Optional<Ongoing> lock(Session tx, Meeting meeting) {
        return lock(tx, List.of(meeting)).values().stream().findFirst();
    }

    private static Map<Consents.Pair, Ongoing> lock(Session tx, List<Meeting> meetings) {
        return lockPairs(tx, meetings.stream().map(Meeting::pair).toList());
    }

    private static Map<Consents.Pair, Ongoing> lockPairs(Session tx, List<Consents.Pair> pairs) {
        return tx.list(ONGOING, pairs, (row, pair) -> pair.fill(row), row -> Map.entry(Consents.Pair.of(row), Ongoing.of(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * A text on its way into a conversation.
     *
     * @param meeting between whom
     * @param newId what the conversation will be called, should it begin one
     * @param counted what it begins with then
     */
    record Guest(Meeting meeting, ConversationId newId, Counted counted) {

        private Ongoing begun() {
            return new Ongoing(newId, meeting.at(), Optional.empty(), counted.texts());
        }
    }

    /** How many texts have come in, and since when something waits. */
    record Counted(int texts, Optional<Instant> unansweredSince) {

        static final Counted NOTHING = new Counted(0, Optional.empty());
    }

    /**
     * The conversation that goes on between two numbers, as far as the next text concerns it.
     *
     * @param unansweredSince since when something waits that was there before that text
     * @param counted how many texts it was begun with, just now
     */
    record Ongoing(ConversationId id, Instant lastMessageAt, Optional<Instant> unansweredSince, int counted) {

        private static Ongoing of(Row row) {
            return new Ongoing(
                    row.id("id", ConversationId::new),
                    row.moment("last_message_at"),
                    row.optionalMoment("unanswered_since"),
                    0);
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

        private Consents.Pair pair() {
            return new Consents.Pair(organization, ours, contact.value());
        }

        private boolean isTooLateFor(Ongoing conversation) {
            return idleResetDays > 0 && !at.isBefore(conversation.lastMessageAt().plus(Duration.ofDays(idleResetDays)));
        }
    }
}
