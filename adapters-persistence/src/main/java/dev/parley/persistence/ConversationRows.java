package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.conversation.Speaker;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.Direction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Conversations as rows, and what was said in them. */
final class ConversationRows {

    /** What {@link #conversation} reads. */
    static final String COLUMNS = """
            c.org_id, c.id, c.agent_id AS conversation_agent_id, c.number_id AS conversation_number_id, c.our_number, c.contact, c.state, c.human_until, c.last_message_at,
            c.unanswered_since, c.created_at""";

    /** Texts of ours that surely did not go were not said. */
    private static final Sql TURNS = Sql.of("ConversationRows.turns", """
            SELECT m.direction, m.by_model, m.is_reply, m.created_at, m.body FROM message m
            WHERE m.org_id = :org AND m.conversation_id = :conversation AND m.status NOT IN ('failed', 'suppressed', 'canceled')
            ORDER BY m.created_at DESC, m.id DESC LIMIT :most""");

    private static final SqlFamily SETTLED_TURNS = SqlFamily.of("ConversationRows.settledTurns", "%s", """
            (SELECT m.conversation_id, m.direction, m.by_model, m.is_reply, m.body, m.created_at, m.id FROM message m {by message_turns}
             WHERE m.org_id = :org%1$d AND m.conversation_id = :conversation%1$d AND m.status NOT IN ('failed', 'suppressed', 'canceled')
               AND (m.direction = 'outbound' OR m.handled_as IS NOT NULL)
             ORDER BY m.created_at DESC, m.id DESC LIMIT :most%1$d)"""::formatted, "\nUNION ALL\n");

    private static final Comparator<Said> OLDEST_FIRST =
            Comparator.<Said, Instant>comparing(said -> said.utterance().at()).thenComparing(said -> said.message().toString());

    private ConversationRows() {}

    static Conversation conversation(Row row) {
        return new Conversation(
                row.id("id", ConversationId::new),
                row.id("org_id", OrganizationId::new),
                row.optionalId("conversation_agent_id",
                        AgentId::new),
                row.optionalId("conversation_number_id", AssignedNumberId::new),
                new PhoneNumber(row.text("our_number")),
                new Address(
                        row
                                .text("contact")),
                row.word("state", ConversationState.class),
                row.optionalMoment("human_until"),
                row.moment(
                        "last_message_at"),
                row.optionalMoment("unanswered_since"),
                row.moment("created_at"));
    }

    /** The latest turns, oldest first. */
    static List<Turn> turns(Session session, OrganizationId organization, ConversationId conversation, int most) {
        return session.on(TURNS)
                .set("org", organization)
                .set("conversation", conversation)
                .set("most", most)
                .list(ConversationRows::utterance)
                .stream()
                .map(Utterance::turn)
                .toList()
                .reversed();
    }

    /** What was said last in several conversations without what waits there, oldest first. */
    static Map<ConversationId, List<Utterance>> settledTurns(
            Session session,
            List<Conversation> conversations,
            ToIntFunction<Conversation> most) {
        return session.list(
                SETTLED_TURNS,
                conversations,
                (row, c) -> row.set("org", c.organization()).set("conversation", c.id()).set("most", most.applyAsInt(c)),
                Said::of)
                .stream()
                .sorted(OLDEST_FIRST)
                .collect(Collectors.groupingBy(Said::conversation, Collectors.mapping(Said::utterance, Collectors.toList())));
    }

    private static Utterance utterance(Row row) {
        Speaker by = switch (row.word("direction", Direction.class)) {
            case INBOUND -> Speaker.CONTACT;
            case OUTBOUND -> row.is("by_model") || row.is("is_reply") ? Speaker.AGENT : Speaker.BUSINESS;
        };
        return new Utterance(row.moment("created_at"), by, row.text("body"));
    }

    /** What was said in which conversation: what comes from several has no order of its own. */
    private record Said(ConversationId conversation, UUID message, Utterance utterance) {

        private static Said of(Row row) {
            return new Said(
                    row.id("conversation_id", ConversationId::new),
                    row.id("id", id -> id),
                    ConversationRows.utterance(row));
        }
    }
}
