package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
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

    private static final SqlFamily NAME = SqlFamily.of("Parts.name", """
            INSERT INTO part (org_id, connection_id, provider_id, message_id, status, status_rank, opted_out, created_at)
            SELECT m.org_id, m.connection_id, CASE m.id %s END, m.id, 'sent', 4, FALSE, {now} FROM message m {by PRIMARY}
            WHERE %s""", List.of(
            new SqlFamily.Rows("WHEN :id%1$d THEN :provider_id%1$d"::formatted, " "),
            new SqlFamily.Rows("(m.id = :id%1$d AND m.org_id = :org%1$d)"::formatted, " OR ")));

    private static final Sql ADOPT = Sql.of("Parts.adopt", """
            UPDATE part SET message_id = :id
            WHERE org_id = :org AND provider_id = :provider_id AND message_id IS NULL
              AND connection_id = (SELECT m.connection_id FROM message m WHERE m.org_id = :org AND m.id = :id)""");

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
            SELECT status, error_code, error_message, opted_out FROM part WHERE org_id = :org AND message_id = :id""");

    private Parts() {}

    /** Gives a text a name; false when a report under that name was here first. */
    static boolean name(Session tx, MessageKey text, String providerId) {
        boolean isFirst = name(tx, List.of(new Acceptances.Taken(text, providerId, Optional.empty())));
        if (!isFirst) {
            text.on(tx, ADOPT).set("provider_id", providerId).run();
        }
        return isFirst;
    }

    /** Gives texts a name each; false when a report under one of them was here first. */
    static boolean name(Session tx, List<Acceptances.Taken> texts) {
        return tx.inserts(NAME, texts, (row, taken) -> taken.fill(row));
    }

    static List<Part> of(Session tx, MessageKey text) {
        return text.on(tx, OF_MESSAGE)
                .list(
                        row -> new Part(
                                new Progress(row.word("status", MessageStatus.class), MessageRows.failure(row)),
                                row.is("opted_out")));
    }

    /** How many parts of a text tell that its receiver has opted out. */
    static long optOuts(Session tx, MessageKey text) {
        return optOuts(of(tx, text));
    }

    static long optOuts(List<Part> parts) {
        return parts.stream().filter(Part::isOptedOut).count();
    }

    /**
     * What a provider reports about one part.
     *
     * @param organization whose connection it came through
     * @param connection which
     * @param report what it says
     * @param message the text that it is about, when that is known
     */
    record Reported(OrganizationId organization, ConnectionId connection, StatusReport report, Optional<MessageId> message) {

        /** The same, as if that connection had brought it. */
        Reported through(ConnectionId other) {
            return new Reported(organization, other, report, message);
        }

        /** The same about that text. */
        Reported about(MessageId text) {
            return new Reported(organization, connection, report, Optional.of(text));
        }

        /** The same about a text that is not known. */
        Reported aboutUnknown() {
            return new Reported(organization, connection, report, Optional.empty());
        }

        /** The text that the provider knows by that name. */
        Optional<MessageId> named(Session tx) {
            return on(tx, MESSAGE).first(row -> row.optionalId("message_id", MessageId::new)).flatMap(id -> id);
        }

        void note(Session tx) {
            boolean isNoted = fill(on(tx, RAISE)).changes() || fill(on(tx, INSERT)).inserts();
            if (!isNoted) {
                fill(on(tx, RAISE)).run();
            }
        }

        private Statement on(Session tx, Sql sql) {
            return tx.on(sql).set("org", organization).set("connection", connection).set("provider_id", report.providerMessageId());
        }

        private Statement fill(Statement statement) {
            return new Progress(report.status(), report.failure()).fill(statement)
                    .set("message", message)
                    .set("opted_out", report.recipientOptedOut());
        }
    }

    /** How far one part is. */
    record Part(Progress progress, boolean isOptedOut) {}
}
