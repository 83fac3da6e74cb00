package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.Address;
import dev.parley.ports.MessageId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists of messages and conversations, and what can be asked of them. */
final class ListingRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("M1", "messages of a conversation", "MessageFilter.conversation", ListingRules::of_a_conversation),
            new Rule<>("M2", "messages of an agent", "MessageFilter.agent", ListingRules::of_an_agent),
            new Rule<>("M3", "messages with a contact, whichever way they went", "MessageFilter.contact", ListingRules::with_a_contact),
            new Rule<>("M4", "messages that went one way", "MessageFilter.direction", ListingRules::of_a_direction),
            new Rule<>("M5", "messages in a status, those that came in being received", "MessageFilter.status", ListingRules::in_a_status),
            new Rule<>("M6", "messages since a time, and before another", "MessageFilter.since and until", ListingRules::between_times),
            new Rule<>("M7", "messages that fit everything that is asked", "that filters are joined by and", ListingRules::all_at_once),
            new Rule<>("M8", "conversations of an agent, with a contact, in a state", "ConversationFilter", ListingRules::conversations));

    private static final MessageFilter ALL = MessageFilter.ALL;

    private ListingRules() {}

    private static void of_a_conversation(Scene scene) {
        Exchange e = Exchange.in(scene);
        assertEquals(List.of(e.out().draft().id(), e.in().arrival().id()),
                list(scene, MessageFilter.of(scene.stored(e.in()).header().conversation().orElseThrow())));
    }

    private static void of_an_agent(Scene scene) {
        Exchange e = Exchange.in(scene);
        Agent other = scene.samples().agent(scene.home().id(), scene.home().connection().id());
        scene.stores().agents().insert(other);
        DraftSample theirs = scene.draft(scene.home().with(other));
        scene.begin(theirs);
        var filter = new MessageFilter(
                ALL.conversation(),
                Optional.of(other.id()),
                ALL.contact(),
                ALL.direction(),
                ALL.status(),
                ALL.since(),
                ALL.until());
        assertEquals(List.of(theirs.draft().id()), list(scene, filter));
        assertEquals(List.of(theirs.draft().id(), e.other(), e.out().draft().id(), e.in().arrival().id()), list(scene, ALL));
    }

    private static void with_a_contact(Scene scene) {
        Exchange e = Exchange.in(scene);
        var filter = new MessageFilter(
                ALL.conversation(),
                ALL.agent(),
                Optional.of(e.contact().e164()),
                ALL.direction(),
                ALL.status(),
                ALL.since(),
                ALL.until());
        assertEquals(List.of(e.out().draft().id(), e.in().arrival().id()), list(scene, filter));
    }

    private static void of_a_direction(Scene scene) {
        Exchange e = Exchange.in(scene);
        assertEquals(List.of(e.out().draft().id()), list(scene, way(Direction.OUTBOUND)));
        assertEquals(List.of(e.other(), e.in().arrival().id()), list(scene, way(Direction.INBOUND)));
    }

    private static void in_a_status(Scene scene) {
        Exchange e = Exchange.in(scene);
        DraftSample sent = scene.draft();
        scene.stores().outbox().finish(scene.begin(sent), new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()));
        assertEquals(List.of(sent.draft().id()), list(scene, in(MessageStatus.SENT)));
        assertEquals(List.of(e.out().draft().id()), list(scene, in(MessageStatus.SENDING)));
        assertEquals(List.of(e.other(), e.in().arrival().id()), list(scene, in(MessageStatus.RECEIVED)));
        assertEquals(List.of(), list(scene, in(MessageStatus.DELIVERED)));
    }

    private static void between_times(Scene scene) {
        Exchange e = Exchange.in(scene);
        Instant second = scene.stored(e.out()).header().createdAt();
        assertEquals(List.of(e.other(), e.out().draft().id()), list(scene, since(second)));
        assertEquals(List.of(e.in().arrival().id()), list(scene, until(second)));
    }

    private static void all_at_once(Scene scene) {
        Exchange e = Exchange.in(scene);
        var header = scene.stored(e.in()).header();
        var filter = new MessageFilter(
                header.conversation(),
                header.agent(),
                header.from().map(Address::value),
                Optional.of(Direction.INBOUND),
                Optional.of(MessageStatus.RECEIVED),
                Optional.of(header.createdAt()),
                Optional.of(scene.now().plusSeconds(60)));
        assertEquals(List.of(e.in().arrival().id()), list(scene, filter));
    }

    private static void conversations(Scene scene) {
        Exchange e = Exchange.in(scene);
        ArrivalSample handed = scene.text();
        Claim lane = scene.lane(handed);
        var toHuman = new Settlement(List.of(handed.arrival().id()), HandledAs.HUMAN, Optional.of(ConversationState.HUMAN));
        scene.stores().replies().settle(lane, toHuman);
        String contact = e.contact().e164();
        var all = ConversationFilter.ALL;
        var human = new ConversationFilter(all.agent(), all.contact(), Optional.of(ConversationState.HUMAN));
        assertEquals(List.of(handed.arrival().contact().value()), contacts(scene, human));
        assertEquals(List.of(contact), contacts(scene, new ConversationFilter(all.agent(), Optional.of(contact), all.state())));
        assertEquals(3, contacts(scene, of(scene.home().agent())).size());
        assertEquals(List.of(), contacts(scene, of(scene.samples().agent(scene.home().id(), scene.home().connection().id()))));
    }

    private static ConversationFilter of(Agent agent) {
        return new ConversationFilter(Optional.of(agent.id()), Optional.empty(), Optional.empty());
    }

    private static MessageFilter way(Direction direction) {
        return new MessageFilter(
                ALL.conversation(),
                ALL.agent(),
                ALL.contact(),
                Optional.of(direction),
                ALL.status(),
                ALL.since(),
                ALL.until());
    }

    private static MessageFilter in(MessageStatus status) {
        return new MessageFilter(
                ALL.conversation(),
                ALL.agent(),
                ALL.contact(),
                ALL.direction(),
                Optional.of(status),
                ALL.since(),
                ALL.until());
    }

    private static MessageFilter since(Instant time) {
        return new MessageFilter(
                ALL.conversation(),
                ALL.agent(),
                ALL.contact(),
                ALL.direction(),
                ALL.status(),
                Optional.of(time),
                ALL.until());
    }

    private static MessageFilter until(Instant time) {
        return new MessageFilter(
                ALL.conversation(),
                ALL.agent(),
                ALL.contact(),
                ALL.direction(),
                ALL.status(),
                ALL.since(),
                Optional.of(time));
    }

    private static List<MessageId> list(Scene scene, MessageFilter filter) {
        return scene.stores().messages().list(scene.home().id(), filter, PageRequest.FIRST).items().stream().map(Message::id).toList();
    }

    private static List<String> contacts(Scene scene, ConversationFilter filter) {
        return scene.stores()
                .conversations()
                .list(scene.home().id(), filter, PageRequest.FIRST)
                .items()
                .stream()
                .map(Conversation::contact)
                .map(Address::value)
                .toList();
    }

    /** A text that came in, our text to the same contact, and a text of another contact; in that order. */
    private record Exchange(PhoneNumber contact, ArrivalSample in, DraftSample out, MessageId other) {

        static Exchange in(Scene scene) {
            PhoneNumber contact = scene.samples().contact();
            ArrivalSample in = scene.text().from(contact);
            scene.receive(in);
            DraftSample out = scene.draft().to(contact);
            scene.begin(out);
            ArrivalSample other = scene.text();
            scene.receive(other);
            return new Exchange(contact, in, out, other.arrival().id());
        }
    }
}
