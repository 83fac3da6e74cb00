package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.OutboundDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages as rows. */
final class MessageRows {

    /** What {@link #message} reads. */
    static final String COLUMNS = """
            m.org_id, m.id, m.conversation_id, m.agent_id, m.connection_id, m.direction, m.from_address, m.to_address, m.body,
            m.encoding, m.segments, m.media, m.status, m.inbound_id, m.handled_as, m.reply_id, m.provider_id, m.by_model,
            m.error_code, m.error_message, m.scheduled_at, m.made_at, m.created_at, m.updated_at""";

    private static final SqlFamily INSERT_INBOUND = SqlFamily.of("MessageRows.insertInbound", """
            INSERT INTO message (org_id, id, conversation_id, agent_id, connection_id, direction, from_address, to_address, contact,
              body, encoding, segments, media, status, status_rank, inbound_id, handled_as, is_reply, by_model, created_at, updated_at)
            VALUES %s""", """
            (:org%1$d, :id%1$d, :conversation%1$d, :agent%1$d, :connection%1$d, 'inbound', :contact%1$d, :ours%1$d, :contact%1$d,
              :body%1$d, :encoding%1$d, :segments%1$d, :media%1$d, 'received', 0, :inbound_id%1$d, :handled_as%1$d, FALSE, FALSE,
              :at%1$d, :at%1$d)"""::formatted, ", ");

    private static final SqlFamily INSERT_OUTBOUND = SqlFamily.of("MessageRows.insertOutbound", """
            INSERT INTO message (org_id, id, conversation_id, agent_id, connection_id, direction, from_address, to_address, contact,
              body, encoding, segments, media, status, status_rank, is_reply, by_model, new_conversation_id, idle_reset_days,
              scheduled_at, created_at, updated_at)
            VALUES %s""", """
            (:org%1$d, :id%1$d, :conversation%1$d, :agent%1$d, :connection%1$d, 'outbound', :ours%1$d, :contact%1$d, :contact%1$d,
              :body%1$d, :encoding%1$d, :segments%1$d, :media%1$d, :status%1$d, :rank%1$d, :is_reply%1$d, :by_model%1$d,
              :new_conversation%1$d, :idle_reset_days%1$d, :scheduled_at%1$d, :at%1$d, :at%1$d)"""::formatted, ", ");

    private MessageRows() {}

    static Message message(Row row) {
        return switch (row.word("direction", Direction.class)) {
            case INBOUND -> inbound(row);
            case OUTBOUND -> outbound(row);
        };
    }

    static InboundMessage inbound(Row row) {
        return new InboundMessage(
                header(row),
                content(row),
                row.text("inbound_id"),
                row.optionalWord("handled_as", HandledAs.class),
                row
                        .optionalId("reply_id", MessageId::new));
    }

    static OutboundMessage outbound(Row row) {
        return new OutboundMessage(
                header(row),
                content(row),
                row.word("status", MessageStatus.class),
                row.is("by_model"),
                row.optionalText(
                        "provider_id"),
                failure(row),
                row.optionalMoment("scheduled_at"));
    }

    static Optional<Failure> failure(Row row) {
        return row.optionalText("error_code").map(code -> new Failure(code, row.optionalText("error_message").orElse("")));
    }

    private static MessageHeader header(Row row) {
        return new MessageHeader(
                row.id("id", MessageId::new),
                row.id("org_id", OrganizationId::new),
                row.optionalId("conversation_id", ConversationId::new),
                row.optionalId("agent_id", AgentId::new),
                row.id("connection_id", ConnectionId::new),
                row.optionalAddress("from_address"),
                new Address(row.text("to_address")),
                row.optionalMoment("made_at").orElseGet(() -> row.moment("created_at")),
                row.moment("updated_at"));
    }

    private static Content content(Row row) {
        return new Content(row.text("body"), row.word("encoding", Encoding.class), row.integer("segments"), row.media("media"));
    }

    private static void content(Statement.Nth insert, Content content) {
        insert.set("body", content.body())
                .set("encoding", content.encoding())
                .set("segments", content.segments())
                .set("media", Json.media(content.media()));
    }

    /** A text that came in, on its way into the table. */
    record Inbound(Arrival arrival, ConversationId conversation, Optional<HandledAs> as) {

        /** Stores them; false when one of them is here already. */
        static boolean insert(Session tx, List<Inbound> texts) {
            return tx.inserts(INSERT_INBOUND, texts, (row, text) -> text.fill(row));
        }

        private void fill(Statement.Nth row) {
            AssignedNumber number = arrival.number();
            row.set("org", number.organization())
                    .set("id", arrival.id())
                    .set("conversation", conversation)
                    .set("agent", arrival.agent().id())
                    .set("connection", number.connection())
                    .set("contact", arrival.contact())
                    .set("ours", number.number())
                    .set("inbound_id", arrival.providerMessageId())
                    .set("handled_as", as)
                    .set("at", arrival.receivedAt());
            content(row, arrival.content());
        }
    }

    /** A text of ours that is to be sent, on its way into the table. */
    record Outbound(OutboundDraft draft, Optional<ConversationId> conversation, boolean isReply) {

        /** Stores it as {@code sending}; false when there is one of that id already. */
        boolean insert(Session tx) {
            return insert(tx, List.of(this));
        }

        /** Stores them as {@code sending}; false when there is one of the id of one of them already. */
        static boolean insert(Session tx, List<Outbound> texts) {
            return tx.inserts(
                    INSERT_OUTBOUND, texts,
                    (row, text) -> text.fill(row, MessageStatus.SENDING).set("scheduled_at", Optional.empty()));
        }

        /** Stores it as {@code scheduled} for that time; false when there is one of that id already. */
        boolean insertFor(Session tx, Instant time) {
            return tx.inserts(
                    INSERT_OUTBOUND, List.of(this),
                    (row, text) -> text.fill(row, MessageStatus.SCHEDULED).set("scheduled_at", time));
        }

        private Statement.Nth fill(Statement.Nth row, MessageStatus status) {
            row.set("org", draft.organization())
                    .set("id", draft.id())
                    .set("conversation", conversation)
                    .set("agent", draft.agent())
                    .set("connection", draft.connection())
                    .set("ours", draft.from())
                    .set("contact", draft.to())
                    .set("status", status)
                    .set("rank", status.rank())
                    .set("is_reply", isReply)
                    .set("by_model", draft.generatedByLlm())
                    .set("new_conversation", draft.newConversation())
                    .set("idle_reset_days", draft.idleResetDays())
                    .set("at", draft.createdAt());
            content(row, draft.content());
            return row;
        }
    }
}
