package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.Suppressions.Event;
import java.time.Duration;
import java.util.Optional;

/** Opt-outs in force, and the record of what changed them. */
final class Consents {

    private static final Sql HOLDS = Sql.of("Consents.holds", """
            SELECT 1 AS found FROM suppression WHERE org_id = :org AND our_number = :ours AND contact = :contact""");

    private static final Sql HOLDS_SOMEWHERE = Sql.of("Consents.holdsSomewhere", """
            SELECT 1 AS found FROM suppression s
            JOIN assigned_number n ON n.org_id = s.org_id AND n.number = s.our_number
            WHERE s.org_id = :org AND s.contact = :contact AND n.connection_id = :connection LIMIT 1""");

    private static final Sql ADD = Sql.of("Consents.add", """
            INSERT INTO suppression (org_id, our_number, contact, source, created_at) VALUES (:org, :ours, :contact, :source, :at)""");

    private static final Sql LIFT = Sql.of("Consents.lift", """
            DELETE FROM suppression WHERE org_id = :org AND our_number = :ours AND contact = :contact""");

    private static final Sql RECORD = Sql.of("Consents.record", """
            INSERT INTO consent_event (org_id, our_number, contact, opted_in, source, created_at)
            VALUES (:org, :ours, :contact, :opted_in, :source, :at)""");

    /** Words are timed by the database, by us and by providers: of two that come at once neither is the older one. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private static final Sql LATER_WORD = Sql.of("Consents.laterWord", """
            SELECT 1 AS found FROM consent_event
            WHERE org_id = :org AND our_number = :ours AND contact = :contact AND created_at > :at LIMIT 1""");

    private static final Sql ENDS = Sql.of("Consents.ends", """
            SELECT from_address, to_address, {now} AS moment FROM message WHERE org_id = :org AND id = :id""");

    private Consents() {}

    static boolean isOptedOut(Session session, Pair pair) {
        return pair.on(session, HOLDS).exists();
    }

    /** Whether the contact has opted out of what this text would come from: any number of its connection, if the provider chooses. */
    static boolean isOptedOut(Session session, OutboundText text) {
        return text.from()
                .map(ours -> isOptedOut(session, new Pair(text.organization(), ours, text.to())))
                .orElseGet(
                        () -> session.on(HOLDS_SOMEWHERE)
                                .set("org", text.organization())
                                .set("contact", text.to())
                                .set("connection", text.connection())
                                .exists());
    }

    /** Remembers an opt-out, unless the contact has said something else since. */
    static void optOut(Session tx, Pair pair, Event event) {
        if (isOutdated(tx, pair, event)) {
            return;
        }
        if (pair.on(tx, ADD).set("source", event.source()).set("at", event.at()).inserts()) {
            record(pair.on(tx, RECORD).set("opted_in", false), event);
        }
    }

    /** Lifts an opt-out; false when there was none, or the contact has said so since. */
    static boolean optIn(Session tx, Pair pair, Event event) {
        boolean wasOptedOut = !isOutdated(tx, pair, event) && pair.on(tx, LIFT).changes();
        if (wasOptedOut) {
            record(pair.on(tx, RECORD).set("opted_in", true), event);
        }
        return wasOptedOut;
    }

    /** The provider says that the receiver of this text has opted out of its sender. */
    static void optOutReceiver(Session tx, MessageKey text) {
        text.on(tx, ENDS).first(row -> row).ifPresent(row -> {
            Optional<PhoneNumber> ours = row.optionalText("from_address").flatMap(PhoneNumber::parse);
            var event = new Event("provider", row.moment("moment"));
            ours.ifPresent(number -> optOut(tx, new Pair(text.organization(), number, row.text("to_address")), event));
        });
    }

    private static boolean isOutdated(Session tx, Pair pair, Event event) {
        return pair.on(tx, LATER_WORD).set("at", event.at().plus(CLOCKS_DIFFER)).exists();
    }

    private static void record(Statement statement, Event event) {
        statement.set("source", event.source()).set("at", event.at()).run();
    }

    /** Whose consent to texts from which number of ours. */
    record Pair(OrganizationId organization, PhoneNumber ours, String contact) {

        static Pair of(Row row) {
            return new Pair(row.id("org_id", OrganizationId::new), new PhoneNumber(row.text("our_number")), row.text("contact"));
        }

        /** In which order the conversations of several pairs are locked. */
        String order() {
            return organization.value() + " " + ours.e164() + " " + contact;
        }

        Statement.Nth fill(Statement.Nth row) {
            return row.set("org", organization).set("ours", ours).set("contact", contact);
        }

        Statement on(Session session, Sql sql) {
            return session.on(sql).set("org", organization).set("ours", ours).set("contact", contact);
        }
    }

    /** The two ends of a text of ours. */
    record OutboundText(OrganizationId organization, ConnectionId connection, Optional<PhoneNumber> from, String to) {}
}
