package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Two numbers that text each other. */
final class ConversationRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("V1", "a conversation reads as it began", "which columns its insert fills", ConversationRules::reads_as_it_began),
            new Rule<>(
                    "V2",
                    "texts between the same two numbers are one conversation, whichever way they go",
                    "how accept and begin look for the open conversation",
                    ConversationRules::both_ways_are_one),
            new Rule<>(
                    "V3",
                    "another contact or another number of ours is another conversation",
                    "the key of the pair",
                    ConversationRules::another_pair_is_another),
            new Rule<>(
                    "V4",
                    "twenty first texts at once, in and out, begin one conversation",
                    "a unique key over the open pair, and what is done when it is violated",
                    ConversationRules::twenty_at_once_begin_one),
            new Rule<>(
                    "V5",
                    "a contact that is no number has a conversation too",
                    "the type and length of the contact's column",
                    ConversationRules::any_address_will_do),
            new Rule<>(
                    "V6",
                    "unanswered is since the oldest text that waits",
                    "that a second text does not move it",
                    ConversationRules::unanswered_since_the_oldest),
            new Rule<>(
                    "V7",
                    "unanswered since moves on with what is settled, and ends with the last",
                    "that it is counted anew from the texts when some are settled",
                    ConversationRules::unanswered_moves_on),
            new Rule<>(
                    "V8",
                    "a conversation knows when the last text came or went",
                    "that texts of both ways move it, and only forward",
                    ConversationRules::knows_its_last_text),
            new Rule<>(
                    "V9",
                    "a conversation from a number that is not assigned has no number's identity",
                    "the left join on numbers",
                    ConversationRules::needs_no_assigned_number),
            new Rule<>(
                    "V10",
                    "a settlement can change who has the word",
                    "Settlement.state",
                    ConversationRules::a_settlement_sets_the_state));

    private ConversationRules() {}

    private static void reads_as_it_began(Scene scene) {
        ArrivalSample text = scene.text();
        Conversation c = scene.conversation(scene.receive(text));
        assertEquals(text.arrival().newConversation(), c.id());
        assertEquals(Optional.of(scene.home().agent().id()), c.agent());
        assertEquals(Optional.of(scene.home().number().id()), c.assignedNumber());
        assertEquals(scene.home().ours(), c.ourNumber());
        assertEquals(text.arrival().contact(), c.contact());
        assertEquals(ConversationState.AI, c.state());
        assertEquals(Optional.empty(), c.humanUntil());
    }

    private static void both_ways_are_one(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        DraftSample first = scene.draft().to(contact);
        scene.begin(first);
        WorkKey lane = scene.receive(scene.text().from(contact));
        DraftSample last = scene.draft().to(contact);
        scene.begin(last);
        assertEquals(first.draft().newConversation().value(), lane.subject());
        assertEquals(Optional.of(first.draft().newConversation()), scene.stored(first).header().conversation());
        assertEquals(Optional.of(first.draft().newConversation()), scene.stored(last).header().conversation());
    }

    private static void another_pair_is_another(Scene scene) {
        AssignedNumber second = scene.samples().number(scene.home().connection(), scene.home().agent());
        scene.stores().numbers().insert(second);
        var there = new Tenant(scene.home().organization(), scene.home().connection(), scene.home().agent(), second);
        PhoneNumber contact = scene.samples().contact();
        WorkKey here = scene.receive(scene.text().from(contact));
        assertNotEquals(here, scene.receive(scene.text(there).from(contact)));
        assertNotEquals(here, scene.receive(scene.text()));
    }

    private static void twenty_at_once_begin_one(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        List<ArrivalSample> in = IntStream.range(0, 20).mapToObj(_ -> scene.text().from(contact)).toList();
        List<DraftSample> out = IntStream.range(0, 20).mapToObj(_ -> scene.draft().to(contact)).toList();
        Crowd.of(20,
                i -> i % 2 == 0 ? scene.stores().inbox().accept(in.get(i).arrival()) : scene.stores().outbox().begin(out.get(i).draft()));
        Set<Optional<ConversationId>> conversations = new HashSet<>();
        IntStream.range(0, 20)
                .forEach(i -> conversations.add((i % 2 == 0 ? scene.stored(in.get(i)) : scene.stored(out.get(i))).header().conversation()));
        assertEquals(1, conversations.size());
        assertEquals(1, scene.stores().conversations().list(scene.home().id(), ConversationFilter.ALL, PageRequest.FIRST).items().size());
    }

    private static void any_address_will_do(Scene scene) {
        var bank = new Address("MyBank ÄÖ " + "x".repeat(54));
        WorkKey lane = scene.receive(scene.text().from(bank));
        assertEquals(bank, scene.conversation(lane).contact());
        assertEquals(lane, scene.receive(scene.text().from(bank)));
    }

    private static void unanswered_since_the_oldest(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        ArrivalSample first = scene.text().from(contact);
        WorkKey lane = scene.receive(first);
        scene.receive(scene.text().from(contact));
        assertEquals(Optional.of(scene.stored(first).header().createdAt()), scene.conversation(lane).unansweredSince());
    }

    private static void unanswered_moves_on(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        ArrivalSample first = scene.text().from(contact);
        ArrivalSample second = scene.text().from(contact);
        WorkKey lane = scene.receive(first);
        scene.receive(second);
        settle(scene, scene.claim(lane), first);
        assertEquals(Optional.of(scene.stored(second).header().createdAt()), scene.conversation(lane).unansweredSince());
        settle(scene, scene.claim(lane), second);
        assertEquals(Optional.empty(), scene.conversation(lane).unansweredSince());
    }

    private static void knows_its_last_text(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey lane = scene.receive(scene.text().from(contact));
        ArrivalSample second = scene.text().from(contact);
        scene.receive(second);
        assertEquals(scene.stored(second).header().createdAt(), scene.conversation(lane).lastMessageAt());
        DraftSample third = scene.draft().to(contact);
        ArrivalSample late = scene.text().from(contact).at(second.arrival().receivedAt());
        scene.begin(third);
        scene.receive(late);
        assertEquals(scene.stored(third).header().createdAt(), scene.conversation(lane).lastMessageAt());
    }

    private static void needs_no_assigned_number(Scene scene) {
        DraftSample text = scene.draft().from(scene.samples().ourNumber());
        scene.begin(text);
        Conversation c = scene.stores().conversations().find(scene.home().id(), text.draft().newConversation()).orElseThrow();
        assertEquals(Optional.empty(), c.assignedNumber());
        assertEquals(text.draft().from(), Optional.of(c.ourNumber()));
    }

    private static void a_settlement_sets_the_state(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        scene.stores()
                .replies()
                .settle(lane, new Settlement(List.of(text.arrival().id()), HandledAs.HUMAN, Optional.of(ConversationState.HUMAN)));
        assertEquals(ConversationState.HUMAN, scene.conversation(lane.key()).state());
    }

    private static void settle(Scene scene, Claim lane, ArrivalSample text) {
        scene.stores().replies().settle(lane, new Settlement(List.of(text.arrival().id()), HandledAs.OFF, Optional.empty()));
    }
}
