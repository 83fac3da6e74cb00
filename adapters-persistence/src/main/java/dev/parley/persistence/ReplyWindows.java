package dev.parley.persistence;

import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.work.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads what a decision about a conversation needs. Not one transaction: the count of texts is read first, so that a text which
 * comes in between makes the draft superseded and never overlooked.
 */
record ReplyWindows(AgentRows agents, ConnectionRows connections, Recent<Version, ReplyWindow.Responder> responders) {

    private static final Sql CONVERSATION = Sql.of(
            "ReplyWindows.conversation",
            """
            SELECT %s, %s, %s, c.inbound_count, s.contact AS opted_out, p.attributes,
              (SELECT COUNT(*) FROM message r WHERE r.org_id = c.org_id AND r.conversation_id = c.id
                AND r.created_at > TIMESTAMPADD(HOUR, -1, {now}) AND r.is_reply = TRUE) AS recent_replies,
              EXISTS (SELECT 1 FROM message r WHERE r.org_id = c.org_id AND r.conversation_id = c.id
                AND r.by_model = TRUE AND r.status NOT IN ('failed', 'suppressed', 'canceled')) AS model_has_spoken
            FROM work w
            JOIN conversation c ON c.org_id = w.org_id AND c.id = w.subject
            LEFT JOIN suppression s ON s.org_id = c.org_id AND s.our_number = c.our_number AND s.contact = c.contact
            LEFT JOIN contact p ON p.org_id = c.org_id AND p.contact = c.contact
            LEFT JOIN assigned_number n ON n.org_id = c.org_id AND n.number = c.our_number
            LEFT JOIN agent a ON a.org_id = n.org_id AND a.id = n.agent_id
            LEFT JOIN connection k ON k.org_id = n.org_id AND k.id = n.connection_id
            WHERE w.kind = 'reply' AND w.org_id = :org AND w.subject = :id AND w.epoch = :epoch AND w.held = TRUE"""
                    .formatted(ConversationRows.COLUMNS, AgentRows.COLUMNS, ConnectionRows.COLUMNS));

    private static final Sql UNANSWERED = Sql.of("ReplyWindows.unanswered", """
            SELECT %s FROM message m
            WHERE m.org_id = :org AND m.conversation_id = :conversation AND m.created_at >= :since AND m.direction = 'inbound'
              AND m.handled_as IS NULL
            ORDER BY m.created_at, m.id""".formatted(MessageRows.COLUMNS));

    Optional<ReplyWindow> read(Session session, Claim claim, int mostTurns) {
        return session.on(CONVERSATION)
                .set("org", claim.key().organization())
                .set("id", claim.key().subject())
                .set("epoch", claim.epoch())
                .first(row -> window(session, row, mostTurns));
    }

    private ReplyWindow window(Session session, Row row, int mostTurns) {
        Conversation conversation = ConversationRows.conversation(row);
        return new ReplyWindow(
                conversation,
                responder(row),
                conversation.unansweredSince().map(since -> unanswered(session, conversation, since)).orElse(List.of()),
                ConversationRows.turns(session, conversation.organization(), conversation.id(), mostTurns),
                row.number("inbound_count"),
                row.has("opted_out"),
                row.integer("recent_replies"),
                row.is("model_has_spoken"),
                row.optionalText("attributes").map(Json::variables).orElse(Variables.NONE));
    }

    /** Opens and reads what is encrypted and encoded once for each version. */
    private Optional<ReplyWindow.Responder> responder(Row row) {
        return row.has("agent_id")
                ? responders.find(
                        Version.of(row),
                        () -> Optional.of(new ReplyWindow.Responder(agents.agent(row), connections.connection(row))))
                : Optional.empty();
    }

    private static List<InboundMessage> unanswered(Session session, Conversation c, Instant since) {
        return session.on(UNANSWERED)
                .set("org", c.organization())
                .set("conversation", c.id())
                .set("since", since)
                .list(MessageRows::inbound);
    }

    /** Names what answers as it is now. */
    record Version(UUID agent, long agentVersion, UUID connection, long connectionVersion) {

        private static Version of(Row row) {
            return new Version(
                    row.id("agent_id", id -> id),
                    row.number("agent_version"),
                    row.id("connection_id", id -> id),
                    row.number("connection_version"));
        }
    }
}
