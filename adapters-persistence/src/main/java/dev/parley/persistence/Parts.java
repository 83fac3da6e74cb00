package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.StatusReport;
import java.util.List;
import java.util.Optional;

/**
 * The names that a provider has for a text of ours, and how far each part is. A text is as far as all of its parts together. Only
 * called with the message locked, or with no message known.
 */
final class Parts {

    private static final Sql INSERT = Sql.of("Parts.insert", """
            INSERT INTO part (org_id, connection_id, provider_id, message_id, status, status_rank, error_code, error_message, opted_out,
              created_at)
            VALUES (:org, :connection, :provider_id, :message, :status, :rank, :code, :words, :opted_out, {now})""");

    /** status_rank comes last: MySQL lets an assignment see the ones before it. */
    private static final Sql RAISE = Sql.of("Parts.raise", """
            UPDATE part SET message_id = COALESCE(message_id, :message),
              status = CASE WHEN status_rank < :rank THEN :status ELSE status END,
              error_code = CASE WHEN status_rank < :rank THEN :code ELSE error_code END,
              error_message = CASE WHEN status_rank < :rank THEN :words ELSE error_message END,
              opted_out = CASE WHEN :opted_out THEN TRUE ELSE opted_out END,
              status_rank = GREATEST(status_rank, :rank)
            WHERE org_id = :org AND connection_id = :connection AND provider_id = :provider_id""");

    private static final Sql MESSAGE = Sql.of("Parts.message", """
            SELECT message_id FROM part WHERE org_id = :org AND connection_id = :connection AND provider_id = :provider_id""");

    private static final Sql OF_MESSAGE = Sql.of("Parts.ofMessage", """
            SELECT status, error_code, error_message, opted_out FROM part WHERE org_id = :org AND message_id = :message""");

    private Parts() {}

    /** The text that the provider knows by that name. */
    static Optional<MessageId> message(Session session, OrganizationId organization, ConnectionId connection, String providerId) {
        return session.on(MESSAGE)
                .set("org", organization)
                .set("connection", connection)
                .set("provider_id", providerId)
                .first(
                        row -> row
                                .optionalId("message_id", MessageId::new))
                .flatMap(id -> id);
    }

    /** Gives a text a name; false when a report under that name was here first. */
    static boolean name(Session tx, OrganizationId organization, Carried text, String providerId) {
        var taken = new StatusReport(providerId, Optional.of(text.id()), MessageStatus.SENT, Optional.empty(), false);
        boolean isFirst = fill(tx.on(INSERT), organization, text.connection(), taken).inserts();
        if (!isFirst) {
            fill(tx.on(RAISE), organization, text.connection(), taken).run();
        }
        return isFirst;
    }

    /** Notes a report; {@link StatusReport#messageId()} is the text that it is about, empty when that is not known yet. */
    static void note(Session tx, OrganizationId organization, ConnectionId connection, StatusReport report) {
        boolean isNoted = fill(tx.on(RAISE), organization, connection, report).changes() || fill(
                tx.on(INSERT),
                organization,
                connection,
                report).inserts();
        if (!isNoted) {
            fill(tx.on(RAISE), organization, connection, report).run();
        }
    }

    static List<Part> of(Session tx, OrganizationId organization, MessageId message) {
        return tx.on(OF_MESSAGE)
                .set("org", organization)
                .set("message", message)
                .list(
                        row -> new Part(
                                row.word(
                                        "status",
                                        MessageStatus.class),
                                MessageRows.failure(row),
                                row.is("opted_out")));
    }

    private static Statement fill(Statement statement, OrganizationId organization, ConnectionId connection, StatusReport r) {
        return statement.set("org", organization)
                .set("connection", connection)
                .set("provider_id", r.providerMessageId())
                .set(
                        "message",
                        r
                                .messageId())
                .set("status", r.status())
                .set("rank", r.status().rank())
                .set("code", r.failure().map(Failure::code))
                .set(
                        "words",
                        r.failure().map(Failure::message))
                .set("opted_out", r.recipientOptedOut());
    }

    /** A text of ours and the account that carries it. */
    record Carried(MessageId id, ConnectionId connection) {}

    /** How far one part is. */
    record Part(MessageStatus status, Optional<Failure> failure, boolean isOptedOut) {

        boolean hasFailed() {
            return status.isFinal() && status != MessageStatus.DELIVERED;
        }
    }
}
