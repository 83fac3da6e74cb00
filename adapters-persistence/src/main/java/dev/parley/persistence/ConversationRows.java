package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.Direction;
import java.util.List;

/** Conversations as rows, and what was said in them. */
final class ConversationRows {

    /** What {@link #conversation} reads. */
    static final String COLUMNS = """
            c.org_id, c.id, c.agent_id AS conversation_agent_id, c.number_id AS conversation_number_id, c.our_number, c.contact, c.state, c.human_until, c.last_message_at,
            c.unanswered_since, c.created_at""";

    /** Texts of ours that surely did not go were not said. */
    private static final Sql TURNS = Sql.of("ConversationRows.turns", """
            SELECT m.direction, m.body FROM message m
            WHERE m.org_id = :org AND m.conversation_id = :conversation AND m.status NOT IN ('failed', 'suppressed', 'canceled')
            ORDER BY m.created_at DESC, m.id DESC LIMIT :most""");

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
                .list(ConversationRows::turn)
                .reversed();
    }

    private static Turn turn(Row row) {
        return switch (row.word("direction", Direction.class)) {
            case INBOUND -> new Turn(Role.USER, row.text("body"));
            case OUTBOUND -> new Turn(Role.ASSISTANT, row.text("body"));
        };
    }
}
