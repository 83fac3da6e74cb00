package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.Suppressions.Event;
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

    private static final Sql ENDS = Sql.of("Consents.ends", """
            SELECT from_address, to_address, {now} AS moment FROM message WHERE org_id = :org AND id = :id""");

    private Consents() {}

    static boolean isOptedOut(Session session, OrganizationId organization, PhoneNumber ours, String contact) {
        return who(session, HOLDS, organization, ours, contact).exists();
    }

    /** Whether the contact has opted out of what this text would come from: any number of its connection, if the provider chooses. */
    static boolean isOptedOut(Session session, OutboundText text) {
        return text.from()
                .map(ours -> isOptedOut(session, text.organization(), ours, text.to()))
                .orElseGet(
                        () -> session.on(
                                HOLDS_SOMEWHERE)
                                .set("org", text.organization())
                                .set("contact", text.to())
                                .set("connection", text.connection())
                                .exists());
    }

    static void optOut(Session tx, OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        if (who(tx, ADD, organization, ours, contact).set("source", event.source()).set("at", event.at()).inserts()) {
            record(who(tx, RECORD, organization, ours, contact), false, event);
        }
    }

    /** Lifts an opt-out; false when there was none. */
    static boolean optIn(Session tx, OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        boolean wasOptedOut = who(tx, LIFT, organization, ours, contact).changes();
        if (wasOptedOut) {
            record(who(tx, RECORD, organization, ours, contact), true, event);
        }
        return wasOptedOut;
    }

    /** The provider says that the receiver of this text has opted out of its sender. */
    static void optOutReceiver(Session tx, OrganizationId organization, MessageId message) {
        tx.on(ENDS).set("org", organization).set("id", message).first(row -> row).ifPresent(row -> {
            Optional<PhoneNumber> ours = row.optionalText("from_address").flatMap(PhoneNumber::parse);
            var event = new Event("provider", row.moment("moment"));
            ours.ifPresent(number -> optOut(tx, organization, number, row.text("to_address"), event));
        });
    }

    private static void record(Statement statement, boolean optedIn, Event event) {
        statement.set("opted_in", optedIn).set("source", event.source()).set("at", event.at()).run();
    }

    private static Statement who(Session session, Sql sql, OrganizationId organization, PhoneNumber ours, String contact) {
        return session.on(sql).set("org", organization).set("ours", ours).set("contact", contact);
    }

    /** The two ends of a text of ours. */
    record OutboundText(OrganizationId organization, ConnectionId connection, Optional<PhoneNumber> from, String to) {}
}
