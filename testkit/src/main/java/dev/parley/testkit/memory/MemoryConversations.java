package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.Message;
import dev.parley.ports.out.ConversationStore;
import java.util.List;
import java.util.Optional;

record MemoryConversations(Memory memory) implements ConversationStore {

    @Override
    public Optional<Conversation> find(OrganizationId organization, ConversationId id) {
        return memory.atomically(() -> memory.talks.find(organization, id));
    }

    @Override
    public Page<Conversation> list(OrganizationId organization, ConversationFilter filter, PageRequest page) {
        return memory.atomically(() -> Pages.cut(memory.talks.all().filter(c -> c.organization().equals(organization) && fits(c, filter)),
                c -> new Cursor(c.createdAt(), c.id().value()), page));
    }

    @Override
    public List<Turn> ongoing(OrganizationId organization, NumberPair numbers, int idleResetDays, int most) {
        return memory.atomically(() -> memory.talks.ongoing(new Talks.Meeting(
                organization,
                numbers.ours(),
                Address.of(numbers.contact()),
                Optional.empty(),
                Optional.empty(),
                idleResetDays,
                memory.now())).map(c -> latest(c, most)).orElse(List.of()));
    }

    private List<Turn> latest(Conversation conversation, int most) {
        List<Message> said = memory.texts.said(conversation.id());
        return said.subList(Math.max(0, said.size() - most), said.size())
                .stream()
                .map(memory.texts::utterance)
                .map(Utterance::turn)
                .toList();
    }

    private static boolean fits(Conversation c, ConversationFilter f) {
        return (f.agent().isEmpty() || f.agent().equals(c.agent())) && f.contact().map(c.contact().value()::equals).orElse(true)
                && f.state().map(c.state()::equals).orElse(true);
    }
}
