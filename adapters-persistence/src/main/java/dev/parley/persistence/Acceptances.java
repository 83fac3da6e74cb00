package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.SendFate;
import java.util.Optional;

/** Stores that a provider took a text of ours. */
final class Acceptances {

    /** status_rank comes last: MySQL lets an assignment see the ones before it. */
    private static final Sql STORE = Sql.of("Acceptances.store", """
            UPDATE message SET provider_id = COALESCE(provider_id, :provider_id), segments = COALESCE(:segments, segments),
              status = CASE WHEN status_rank < 4 THEN 'sent' ELSE status END,
              error_code = CASE WHEN status_rank < 4 THEN NULL ELSE error_code END,
              error_message = CASE WHEN status_rank < 4 THEN NULL ELSE error_message END,
              updated_at = {now}, status_rank = GREATEST(status_rank, 4)
            WHERE org_id = :org AND id = :id""");

    private static final Sql FIND = Sql.of("Acceptances.find", """
            SELECT connection_id, from_address, to_address, agent_id, new_conversation_id, idle_reset_days, created_at
            FROM message WHERE org_id = :org AND id = :id""");

    private static final Sql SET_SENDER = Sql.of("Acceptances.setSender", """
            UPDATE message SET from_address = :ours, conversation_id = :conversation WHERE org_id = :org AND id = :id""");

    private Acceptances() {}

    static boolean store(Session tx, OrganizationId organization, MessageId id, SendFate.Sent sent) {
        Row text = tx.on(FIND).set("org", organization).set("id", id).first(row -> row).orElseThrow();
        if (!text.has("from_address")) {
            sent.from().ifPresent(from -> join(tx, organization, id, text, from));
        }
        tx.on(STORE)
                .set("org", organization)
                .set("id", id)
                .set("provider_id", sent.providerIds().getFirst())
                .set("segments", sent.segments())
                .run();
        var carried = new Parts.Carried(id, text.id("connection_id", ConnectionId::new));
        long early = sent.providerIds().stream().filter(providerId -> !Parts.name(tx, organization, carried, providerId)).count();
        if (early > 0) {
            Progress.follow(tx, organization, id);
        }
        return true;
    }

    /** The provider chose the sender: now it is known in which conversation the text was said. */
    private static void join(Session tx, OrganizationId organization, MessageId id, Row text, Address from) {
        Optional<ConversationId> conversation = from.phoneNumber().map(ours -> join(tx, organization, text, ours));
        tx.on(SET_SENDER).set("org", organization).set("id", id).set("ours", from).set("conversation", conversation).run();
    }

    private static ConversationId join(Session tx, OrganizationId organization, Row text, PhoneNumber ours) {
        var meeting = new Meetings.Meeting(
                organization,
                ours,
                new Address(text.text("to_address")),
                text.optionalId(
                        "agent_id",
                        AgentId::new),
                text.integer("idle_reset_days"),
                text.moment("created_at"));
        ConversationId joined = Meetings.join(tx, meeting, text.id("new_conversation_id", ConversationId::new)).id();
        Meetings.touch(tx, organization, joined, meeting.at());
        return joined;
    }
}
