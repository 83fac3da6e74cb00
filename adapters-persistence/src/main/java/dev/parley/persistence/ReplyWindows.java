package dev.parley.persistence;

import dev.parley.ports.ConversationId;
import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.Speaker;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.work.Claim;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a decision about a conversation needs. Not one transaction: the count of texts is read first, so that a text which
 * comes in between makes the draft superseded and never overlooked.
 */
record ReplyWindows(AgentRows agents, ConnectionRows connections, Recent<Version, ReplyWindow.Responder> responders) {

    private static final SqlFamily CONVERSATION = SqlFamily.of(
            "ReplyWindows.conversation",
            """
            SELECT w.epoch, %s, %s, %s, c.inbound_count, s.contact AS opted_out, p.attributes,
              (SELECT COUNT(*) FROM message r {by message_turns} WHERE r.org_id = c.org_id AND r.conversation_id = c.id
                AND r.created_at > TIMESTAMPADD(HOUR, -1, {now}) AND r.is_reply = TRUE) AS recent_replies,
              EXISTS (SELECT 1 FROM message r {by message_turns} WHERE r.org_id = c.org_id AND r.conversation_id = c.id
                AND r.by_model = TRUE AND r.status NOT IN ('failed', 'suppressed', 'canceled')) AS model_has_spoken
            FROM work w {by PRIMARY}
            JOIN conversation c {by PRIMARY} ON c.org_id = w.org_id AND c.id = w.subject
            LEFT JOIN suppression s ON s.org_id = c.org_id AND s.our_number = c.our_number AND s.contact = c.contact
            LEFT JOIN contact p ON p.org_id = c.org_id AND p.contact = c.contact
            LEFT JOIN assigned_number n ON n.org_id = c.org_id AND n.number = c.our_number
            LEFT JOIN agent a ON a.org_id = n.org_id AND a.id = n.agent_id
            LEFT JOIN connection k ON k.org_id = n.org_id AND k.id = n.connection_id
            WHERE w.kind = 'reply' AND w.held = TRUE AND (%s)"""
                    .formatted(ConversationRows.COLUMNS, AgentRows.COLUMNS, ConnectionRows.COLUMNS, "%s"),
            "(w.subject = :id%1$d AND w.org_id = :org%1$d AND w.epoch = :epoch%1$d)"::formatted,
            " OR ");

    private static final SqlFamily UNANSWERED = SqlFamily.of("ReplyWindows.unanswered", """
            SELECT %s FROM message m {by message_turns}
            WHERE m.direction = 'inbound' AND m.handled_as IS NULL AND (%s)""".formatted(MessageRows.COLUMNS, "%s"),
            "(m.conversation_id = :conversation%1$d AND m.org_id = :org%1$d AND m.created_at >= :since%1$d)"::formatted, " OR ");

    private static final Comparator<InboundMessage> OLDEST_FIRST = Comparator
            .<InboundMessage, Instant>comparing(text -> text.header().createdAt())
            .thenComparing(text -> text.id().value().toString());

    /** In the order in which they are wanted; nothing for claims that no longer hold. */
    List<Optional<ReplyWindow>> read(Session session, List<Wanted> wanted) {
        List<Row> rows = session.list(CONVERSATION, wanted, (row, w) -> w.fill(row), row -> row);
        List<Conversation> conversations = rows.stream().map(ConversationRows::conversation).toList();
        Map<ConversationId, List<InboundMessage>> unanswered = unanswered(session, conversations);
        Map<ConversationId, Integer> most = wanted.stream().collect(Collectors.toMap(Wanted::conversation, Wanted::mostTurns));
        Map<ConversationId, List<Utterance>> settled =
                ConversationRows.settledTurns(session, conversations, c -> most.getOrDefault(c.id(), 0));
        Map<ConversationId, ReplyWindow> windows = new HashMap<>();
        for (Row row : rows) {
            var id = row.id("id", ConversationId::new);
            List<InboundMessage> waiting = unanswered.getOrDefault(id, List.of());
            windows.put(id, window(row, waiting, history(settled.getOrDefault(id, List.of()), waiting, most.getOrDefault(id, 0))));
        }
        return wanted.stream().map(w -> Optional.ofNullable(windows.get(w.conversation()))).toList();
    }

    private static Map<ConversationId, List<InboundMessage>> unanswered(Session session, List<Conversation> all) {
        List<Conversation> waiting = all.stream().filter(c -> c.unansweredSince().isPresent()).toList();
        return session.list(
                UNANSWERED,
                waiting,
                (row, c) -> row.set("org", c.organization()).set("conversation", c.id()).set("since", c.unansweredSince()),
                MessageRows::inbound)
                .stream()
                .sorted(OLDEST_FIRST)
                .collect(Collectors.groupingBy(text -> text.header().conversation().orElseThrow()));
    }

    /** What waits is said last: it may have come before our latest text, and be stored after it. */
    private static List<Utterance> history(List<Utterance> settled, List<InboundMessage> waiting, int most) {
        Stream<Utterance> asked =
                waiting.stream().map(text -> new Utterance(text.header().createdAt(), Speaker.CONTACT, text.content().body()));
        List<Utterance> all = Stream.concat(settled.stream(), asked).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private ReplyWindow window(Row row, List<InboundMessage> unanswered, List<Utterance> history) {
        return new ReplyWindow(
                ConversationRows.conversation(row),
                responder(row),
                unanswered,
                history,
                row.number("inbound_count"),
                new ReplyWindow.Standing(row.has("opted_out"), row.integer("recent_replies"), row.is("model_has_spoken")),
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

    /**
     * A conversation that somebody wants to answer.
     *
     * @param claim by which he holds its lane
     * @param mostTurns how many turns of history he wants
     */
    record Wanted(Claim claim, int mostTurns) {

        private ConversationId conversation() {
            return new ConversationId(claim.key().subject());
        }

        private void fill(Statement.Nth row) {
            row.set("org", claim.key().organization()).set("id", claim.key().subject()).set("epoch", claim.epoch());
        }
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
