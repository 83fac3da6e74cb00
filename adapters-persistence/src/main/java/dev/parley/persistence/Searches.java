package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.work.WorkKey;
import java.util.Optional;

/** The rows of texts of which nobody knows whether they went. */
final class Searches {

    /** Of a text whose fate is known by now, nothing. */
    private static final Sql BEGIN = Sql.of("Searches.begin", """
            INSERT INTO lost_send (org_id, message_id, handed_over_at, misses, sent_again)
            SELECT m.org_id, m.id, m.updated_at, 0, FALSE FROM message m WHERE m.org_id = :org AND m.id = :id AND m.status_rank < 3""");

    private static final Sql END = Sql.of("Searches.end", """
            DELETE FROM lost_send WHERE org_id = :org AND message_id = :id""");

    private static final Sql FIND = Sql.of("Searches.find", """
            SELECT %s, l.handed_over_at, l.misses, l.sent_again FROM lost_send l
            JOIN message m ON m.org_id = l.org_id AND m.id = l.message_id
            WHERE l.org_id = :org AND l.message_id = :id AND m.status = 'unknown'""".formatted(MessageRows.COLUMNS));

    private static final Sql IS_OPEN = Sql.of("Searches.isOpen", """
            SELECT 1 AS found FROM message WHERE org_id = :org AND id = :id AND status = 'unknown' FOR UPDATE""");

    /** A text of the same words that may be with the provider without having a name yet. */
    private static final Sql TWIN_IN_FLIGHT = Sql.of("Searches.twinInFlight", """
            SELECT 1 AS found FROM message m
            JOIN work w ON w.kind = 'send' AND w.org_id = m.org_id AND w.subject = m.id
            WHERE m.org_id = :org AND m.contact = :contact AND m.connection_id = :connection AND m.direction = 'outbound'
              AND m.status = 'sending' AND m.body = :body AND m.id <> :id AND w.in_flight = TRUE LIMIT 1""");

    /** Texts of the same words that are searched for as well, and were handed over before. */
    private static final Sql ELDER_TWINS = Sql.of("Searches.elderTwins", """
            SELECT COUNT(*) AS twins FROM message m
            JOIN lost_send l ON l.org_id = m.org_id AND l.message_id = m.id
            JOIN lost_send o ON o.org_id = m.org_id AND o.message_id = :id
            WHERE m.org_id = :org AND m.contact = :contact AND m.connection_id = :connection AND m.direction = 'outbound'
              AND m.status = 'unknown' AND m.body = :body AND m.id <> :id
              AND (l.handed_over_at < o.handed_over_at OR (l.handed_over_at = o.handed_over_at AND m.id < :id))""");

    private static final Sql MISS = Sql.of("Searches.miss", """
            UPDATE lost_send SET misses = misses + 1 WHERE org_id = :org AND message_id = :id""");

    private static final Sql NOTE_AGAIN = Sql.of("Searches.noteAgain", """
            UPDATE lost_send SET sent_again = :again WHERE org_id = :org AND message_id = :id AND sent_again <> :again""");

    private static final Sql FLAG = Sql.of("Searches.flag", """
            UPDATE message SET error_code = '%s', error_message = :words WHERE org_id = :org AND id = :id AND error_code IS NULL"""
            .formatted(LostSends.MAY_HAVE_GONE_TWICE));

    private static final String TWICE = "The answer to the first hand-over was lost and the text was not found with the provider,"
            + " so it was handed over again: it may have arrived twice.";

    private Searches() {}

    /** To be called before the text becomes {@code unknown}. */
    static void begin(Session tx, WorkRows work, MessageKey text) {
        if (text.on(tx, BEGIN).changes()) {
            work.makeDue(tx, WorkKey.resolve(text.organization(), text.id()), LostSends.FIRST_LOOK, false);
        }
    }

    static void end(Session tx, MessageKey text) {
        text.on(tx, END).run();
    }

    /** What is searched for; empty when its fate is known by now. */
    static Optional<LostSend> find(Session tx, MessageKey text) {
        return text.on(tx, FIND).first(Searches::lost);
    }

    /** Locks the text, and says whether its fate is still unknown. */
    static boolean isOpen(Session tx, MessageKey text) {
        return text.on(tx, IS_OPEN).exists();
    }

    static boolean hasTwinInFlight(Session tx, MessageKey text, OutboundMessage message) {
        return twins(tx, TWIN_IN_FLIGHT, text, message).exists();
    }

    static int elderTwins(Session tx, MessageKey text, OutboundMessage message) {
        return twins(tx, ELDER_TWINS, text, message).first(row -> row.integer("twins")).orElse(0);
    }

    static void miss(Session tx, MessageKey text) {
        text.on(tx, MISS).run();
    }

    static boolean noteAgain(Session tx, MessageKey text, boolean again) {
        return text.on(tx, NOTE_AGAIN).set("again", again).changes();
    }

    static void flag(Session tx, MessageKey text) {
        text.on(tx, FLAG).set("words", TWICE).run();
    }

    private static Statement twins(Session tx, Sql sql, MessageKey text, OutboundMessage message) {
        ConnectionId connection = message.header().connection();
        return text.on(tx, sql)
                .set("contact", message.header().to())
                .set("connection", connection)
                .set("body", message.content().body());
    }

    private static LostSend lost(Row row) {
        return new LostSend(MessageRows.outbound(row), row.moment("handed_over_at"), row.integer("misses"), row.is("sent_again"));
    }
}
