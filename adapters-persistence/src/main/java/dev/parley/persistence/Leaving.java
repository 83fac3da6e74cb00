package dev.parley.persistence;

import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Outbox.Leave;
import dev.parley.ports.work.Claim;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether texts may leave, looked up at the last moment. */
final class Leaving {

    /** Whether an earlier reply of the conversation has yet to leave. */
    private static final String IS_BEHIND = """
            (m.is_reply = TRUE AND EXISTS (SELECT 1 FROM message e {by message_turns}
              WHERE e.org_id = m.org_id AND e.conversation_id = m.conversation_id AND e.created_at < m.created_at
                AND e.created_at > TIMESTAMPADD(HOUR, -%d, {now}) AND e.is_reply = TRUE AND e.status IN ('queued', 'sending')))"""
            .formatted(Outbox.FRESH.toHours());

    private static final Sql BEHIND = Sql.of("Outbox.behind", """
            SELECT 1 AS found FROM message m WHERE m.org_id = :org AND m.id = :id AND""" + " " + IS_BEHIND);

    /** A row that is due is held by nobody, whoever had it last. */
    private static final SqlFamily MAY_LEAVE = SqlFamily.of("Outbox.mayLeave", """
            SELECT w.subject, %s AS is_behind FROM work w {by PRIMARY}
            JOIN message m {by PRIMARY} ON m.org_id = w.org_id AND m.id = w.subject
            LEFT JOIN suppression s ON s.org_id = m.org_id AND s.our_number = m.from_address AND s.contact = m.contact
            WHERE w.kind = 'send' AND w.held = TRUE AND w.due_at > {now} AND s.contact IS NULL AND (%s)""".formatted(IS_BEHIND, "%s"),
            "(w.subject = :id%1$d AND w.org_id = :org%1$d AND w.epoch = :epoch%1$d)"::formatted, " OR ");

    private Leaving() {}

    static boolean isBehind(Session tx, MessageKey text) {
        return text.on(tx, BEHIND).exists();
    }

    static List<Leave> of(Session tx, List<Claim> claims) {
        Map<UUID, Leave> good = tx.list(
                MAY_LEAVE,
                claims,
                (row, c) -> row.set("id", c.key().subject()).set("org", c.key().organization()).set("epoch", c.epoch()),
                row -> row)
                .stream()
                .collect(Collectors.toMap(row -> row.id("subject", id -> id), row -> row.is("is_behind") ? Leave.BEHIND : Leave.NOW));
        return claims.stream().map(claim -> good.getOrDefault(claim.key().subject(), Leave.STOPPED)).toList();
    }
}
