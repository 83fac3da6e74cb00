package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.SendFate;
import java.util.List;
import java.util.Optional;

/** Stores that a provider took a text of ours, and from which number it went. */
final class Acceptances {

    /** status_rank comes last: MySQL lets an assignment see the ones before it. */
    private static final SqlFamily STORE = SqlFamily.of("Acceptances.store", """
            UPDATE message {by PRIMARY} SET provider_id = COALESCE(provider_id, CASE id %s END), segments = COALESCE(CASE id %s END, segments),
              status = CASE WHEN status_rank < 4 THEN 'sent' ELSE status END,
              error_code = CASE WHEN status_rank < 4 THEN NULL ELSE error_code END,
              error_message = CASE WHEN status_rank < 4 THEN NULL ELSE error_message END,
              updated_at = {now}, status_rank = GREATEST(status_rank, 4)
            WHERE %s""", List.of(
            new SqlFamily.Rows("WHEN :id%1$d THEN :provider_id%1$d"::formatted, " "),
            new SqlFamily.Rows("WHEN :id%1$d THEN :segments%1$d"::formatted, " "),
            new SqlFamily.Rows("(id = :id%1$d AND org_id = :org%1$d)"::formatted, " OR ")));

    private static final Sql WITHOUT_SENDER = Sql.of("Acceptances.withoutSender", """
            SELECT to_address, agent_id, new_conversation_id, idle_reset_days, created_at
            FROM message WHERE org_id = :org AND id = :id AND from_address IS NULL""");

    private static final Sql CARRIED_WITHOUT_SENDER = WITHOUT_SENDER.and("AND connection_id = :connection");

    private static final Sql SET_SENDER = Sql.of("Acceptances.setSender", """
            UPDATE message SET from_address = :ours, conversation_id = :conversation
            WHERE org_id = :org AND id = :id AND from_address IS NULL""");

    private Acceptances() {}

    static void store(Session tx, MessageKey text, SendFate.Sent sent) {
        sent.from().ifPresent(from -> text.on(tx, WITHOUT_SENDER).first(row -> row).ifPresent(row -> join(tx, text, row, from)));
        store(tx, List.of(new Taken(text, sent.providerIds().getFirst(), sent.segments())));
        long optOuts = Parts.optOuts(tx, text);
        long early = sent.providerIds().stream().filter(providerId -> !Parts.name(tx, text, providerId)).count();
        if (early > 0) {
            Progress.follow(tx, text, optOuts);
        }
    }

    /** Stores it for texts of one part each; false when a report about one of them was here first. */
    static boolean storeAndName(Session tx, List<Taken> texts) {
        store(tx, texts);
        return Parts.name(tx, texts);
    }

    private static void store(Session tx, List<Taken> texts) {
        tx.run(STORE, texts, (row, taken) -> taken.fill(row).set("segments", taken.segments()));
    }

    /** Notes the sender that a report names. To be called before the text is locked: its conversation is locked first. */
    static void reportSender(Session tx, MessageKey text, ConnectionId reporting, Address from) {
        text.on(tx, CARRIED_WITHOUT_SENDER).set("connection", reporting).first(row -> row).ifPresent(row -> join(tx, text, row, from));
    }

    /** The provider chose the sender: now it is known in which conversation the text was said. */
    private static void join(Session tx, MessageKey text, Row row, Address from) {
        Optional<ConversationId> conversation = from.phoneNumber().map(ours -> meeting(text, row, ours)).map(meeting -> {
            ConversationId joined = Meetings.join(tx, meeting, row.id("new_conversation_id", ConversationId::new)).id();
            Meetings.touch(tx, text.organization(), joined, meeting.at());
            return joined;
        });
        text.on(tx, SET_SENDER).set("ours", from).set("conversation", conversation).run();
    }

    private static Meetings.Meeting meeting(MessageKey text, Row row, PhoneNumber ours) {
        return new Meetings.Meeting(
                text.organization(),
                ours,
                new Address(row.text("to_address")),
                row.optionalId("agent_id", AgentId::new),
                row.integer("idle_reset_days"),
                row.moment("created_at"));
    }

    /**
     * A text that a provider took.
     *
     * @param text which
     * @param providerId what the provider calls it, or its first part
     * @param segments how many it was billed as, when the provider says so
     */
    record Taken(MessageKey text, String providerId, Optional<Integer> segments) {

        Statement.Nth fill(Statement.Nth row) {
            return row.set("org", text.organization()).set("id", text.id()).set("provider_id", providerId);
        }
    }
}
