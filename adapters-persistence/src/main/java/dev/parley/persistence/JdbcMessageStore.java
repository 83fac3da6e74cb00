package dev.parley.persistence;

import dev.parley.persistence.Listing.Filter;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.out.MessageStore;
import java.util.Optional;

record JdbcMessageStore(Database database) implements MessageStore {

    private static final Sql FIND = Sql.of("MessageStore.find", """
            SELECT %s FROM message m WHERE m.org_id = :org AND m.id = :id""".formatted(MessageRows.COLUMNS));

    private static final Sql LIST = Sql.of("MessageStore.list", """
            SELECT %s FROM message m WHERE m.org_id = :org""".formatted(MessageRows.COLUMNS));

    @Override
    public Optional<Message> find(OrganizationId organization, MessageId id) {
        return database.read(
                "MessageStore.find",
                session -> session.on(FIND)
                        .set("org", organization)
                        .set("id", id)
                        .first(
                                MessageRows::message));
    }

    @Override
    public Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page) {
        return database.read("MessageStore.list", session -> listing(organization, filter).page(session, page));
    }

    private static Listing<Message> listing(OrganizationId organization, MessageFilter filter) {
        return new Listing<>(LIST, Listing.Order.by("m", ""), MessageRows::message).set("org", organization)
                .where(new Filter("m.conversation_id = :conversation", "conversation", filter.conversation()))
                .where(new Filter("m.agent_id = :agent", "agent", filter.agent()))
                .where(new Filter("m.contact = :contact", "contact", filter.contact()))
                .where(new Filter("m.direction = :direction", "direction", filter.direction()))
                .where(new Filter("m.status = :status", "status", filter.status()))
                .where(new Filter("m.created_at >= :since", "since", filter.since()))
                .where(new Filter("m.created_at < :until", "until", filter.until()));
    }
}
