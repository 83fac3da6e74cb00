package dev.parley.testkit.memory;

import dev.parley.ports.Cursor;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.MessageStore;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryMessages(Memory memory) implements MessageStore {

    @Override
    public Optional<Message> find(OrganizationId organization, MessageId id) {
        return memory.atomically(() -> of(organization).filter(m -> m.id().equals(id)).findFirst());
    }

    @Override
    public Page<Message> list(OrganizationId organization, MessageFilter filter, PageRequest page) {
        return memory.atomically(() -> Pages.cut(of(organization).filter(m -> fits(m, filter)),
                m -> new Cursor(memory.texts.place(m), m.id().value()), page));
    }

    private Stream<Message> of(OrganizationId organization) {
        return memory.texts.all().filter(m -> m.header().organization().equals(organization));
    }

    private boolean fits(Message m, MessageFilter f) {
        MessageHeader h = m.header();
        Instant place = memory.texts.place(m);
        return f.conversation().map(c -> h.conversation().filter(c::equals).isPresent()).orElse(true)
                && f.agent().map(a -> h.agent().filter(a::equals).isPresent()).orElse(true)
                && f.contact().map(contact(m)::equals).orElse(true) && f.direction().map(direction(m)::equals).orElse(true)
                && f.status().map(status(m)::equals).orElse(true) && f.since().map(t -> !place.isBefore(t)).orElse(true)
                && f.until().map(place::isBefore).orElse(true);
    }

    private static String contact(Message message) {
        return switch (message) {
            case InboundMessage in -> in.header().from().orElseThrow().value();
            case OutboundMessage out -> out.header().to().value();
        };
    }

    private static Direction direction(Message message) {
        return switch (message) {
            case InboundMessage _ -> Direction.INBOUND;
            case OutboundMessage _ -> Direction.OUTBOUND;
        };
    }

    private static MessageStatus status(Message message) {
        return switch (message) {
            case InboundMessage _ -> MessageStatus.RECEIVED;
            case OutboundMessage out -> out.status();
        };
    }
}
