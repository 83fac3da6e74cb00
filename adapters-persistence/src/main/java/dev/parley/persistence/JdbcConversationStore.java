package dev.parley.persistence;

import dev.parley.persistence.Listing.Filter;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.out.ConversationStore;
import java.util.List;
import java.util.Optional;

record JdbcConversationStore(Database database) implements ConversationStore {

    private static final Sql FIND = Sql.of("ConversationStore.find", """
            SELECT %s FROM conversation c WHERE c.org_id = :org AND c.id = :id""".formatted(ConversationRows.COLUMNS));

    private static final Sql LIST = Sql.of("ConversationStore.list", """
            SELECT %s FROM conversation c WHERE c.org_id = :org""".formatted(ConversationRows.COLUMNS));

    private static final Sql ONGOING = Sql.of("ConversationStore.ongoing", """
            SELECT c.id FROM conversation c
            WHERE c.org_id = :org AND c.our_number = :ours AND c.contact = :contact AND c.ongoing = TRUE
              AND (:idle_days = 0 OR c.last_message_at > TIMESTAMPADD(DAY, -:idle_days, {now}))""");

    @Override
    public Optional<Conversation> find(OrganizationId organization, ConversationId id) {
        return database.read(
                "ConversationStore.find",
                session -> session.on(FIND)
                        .set("org", organization)
                        .set("id", id)
                        .first(
                                ConversationRows::conversation));
    }

    @Override
    public Page<Conversation> list(OrganizationId organization, ConversationFilter filter, PageRequest page) {
        return database.read("ConversationStore.list", session -> listing(organization, filter).page(session, page));
    }

    @Override
    public List<Turn> ongoing(OrganizationId organization, NumberPair numbers, int idleResetDays, int most) {
        return database.read(
                "ConversationStore.ongoing",
                session -> session.on(ONGOING)
                        .set("org", organization)
                        .set("ours", numbers.ours())
                        .set("contact", numbers.contact())
                        .set("idle_days", idleResetDays)
                        .first(row -> row.id("id", ConversationId::new))
                        .map(
                                id -> ConversationRows.turns(session, organization, id, most))
                        .orElse(List.of()));
    }

    private static Listing<Conversation> listing(OrganizationId organization, ConversationFilter filter) {
        return new Listing<>(LIST, Listing.Order.by("c", ""), ConversationRows::conversation).set("org", organization)
                .where(new Filter("c.agent_id = :agent", "agent", filter.agent()))
                .where(new Filter("c.contact = :contact", "contact", filter.contact()))
                .where(new Filter("c.state = :state", "state", filter.state()));
    }
}
