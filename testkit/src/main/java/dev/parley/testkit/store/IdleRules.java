package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.ports.ConversationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.out.ConversationStore.NumberPair;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Conversations that end because nobody says anything, and what is still going on. */
final class IdleRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "J1",
                    "a text after the idle days begins anew, and closes what was",
                    "the comparison of the last text's time with the days of the agent",
                    IdleRules::begins_anew),
            new Rule<>(
                    "J2",
                    "the idle days count from the last text, not from the first",
                    "that each text moves the conversation's last time",
                    IdleRules::counts_from_the_last_text),
            new Rule<>("J3", "zero idle days are none at all", "that 0 means never", IdleRules::zero_is_never),
            new Rule<>(
                    "J4",
                    "a text of ours after the idle days begins anew too",
                    "OutboundDraft.idleResetDays in begin",
                    IdleRules::begins_anew_by_a_text_of_ours),
            new Rule<>(
                    "J5",
                    "what goes on between two numbers is told oldest first, the latest of it",
                    "the order by, and the limit that takes the latest",
                    IdleRules::tells_the_latest_oldest_first),
            new Rule<>("J6", "after the idle days nothing is going on", "idleResetDays in ongoing", IdleRules::nothing_goes_on_after_that),
            new Rule<>("J7", "nothing goes on between numbers that never texted", "an empty result", IdleRules::nothing_without_a_text),
            new Rule<>("J8", "a closed conversation can still be read", "that closing is an update", IdleRules::closed_ones_stay),
            new Rule<>(
                    "J9",
                    "twenty texts at once after the idle days begin one conversation",
                    "what is done when another was quicker to close and to begin",
                    IdleRules::twenty_at_once_begin_one));

    private IdleRules() {}

    private static void begins_anew(Scene scene) {
        Tenant shop = resettingAfterTwoDays(scene);
        PhoneNumber contact = scene.samples().contact();
        WorkKey first = scene.receive(scene.text(shop).from(contact));
        scene.pass(Duration.ofDays(3));
        WorkKey second = scene.receive(scene.text(shop).from(contact));
        assertNotEquals(first, second);
        assertEquals(ConversationState.CLOSED, scene.conversation(first).state());
        assertEquals(ConversationState.AI, scene.conversation(second).state());
        assertEquals(1, scene.window(scene.claim(second)).turns().size());
    }

    private static void counts_from_the_last_text(Scene scene) {
        Tenant shop = resettingAfterTwoDays(scene);
        PhoneNumber contact = scene.samples().contact();
        WorkKey first = scene.receive(scene.text(shop).from(contact));
        for (int i = 0; i < 3; i++) {
            scene.pass(Duration.ofHours(36));
            assertEquals(first, scene.receive(scene.text(shop).from(contact)));
        }
    }

    private static void zero_is_never(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey first = scene.receive(scene.text().from(contact));
        scene.pass(Duration.ofDays(400));
        assertEquals(first, scene.receive(scene.text().from(contact)));
    }

    private static void begins_anew_by_a_text_of_ours(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        DraftSample first = scene.draft().to(contact).idleReset(2);
        scene.begin(first);
        scene.pass(Duration.ofDays(3));
        DraftSample second = scene.draft().to(contact).idleReset(2);
        scene.begin(second);
        assertEquals(Optional.of(second.draft().newConversation()), scene.stored(second).header().conversation());
    }

    private static void tells_the_latest_oldest_first(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        scene.receive(scene.text().from(contact).saying("one"));
        scene.begin(scene.draft().to(contact).saying("two"));
        scene.receive(scene.text().from(contact).saying("three"));
        assertEquals(List.of(new Turn(Role.ASSISTANT, "two"), new Turn(Role.USER, "three")), ongoing(scene, contact, 0, 2));
        assertEquals(3, ongoing(scene, contact, 1, 10).size());
    }

    private static void nothing_goes_on_after_that(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        scene.receive(scene.text().from(contact));
        scene.pass(Duration.ofDays(3));
        assertEquals(List.of(), ongoing(scene, contact, 2, 10));
        assertEquals(1, ongoing(scene, contact, 4, 10).size());
        assertEquals(1, ongoing(scene, contact, 0, 10).size());
    }

    private static void nothing_without_a_text(Scene scene) {
        scene.receive(scene.text());
        assertEquals(List.of(), ongoing(scene, scene.samples().contact(), 0, 10));
    }

    private static void twenty_at_once_begin_one(Scene scene) {
        Tenant shop = resettingAfterTwoDays(scene);
        PhoneNumber contact = scene.samples().contact();
        WorkKey first = scene.receive(scene.text(shop).from(contact));
        scene.pass(Duration.ofDays(3));
        List<ArrivalSample> texts = IntStream.range(0, 20).mapToObj(_ -> scene.text(shop).from(contact)).toList();
        Set<WorkKey> lanes = new HashSet<>(Crowd.of(20, i -> scene.receive(texts.get(i))));
        assertEquals(1, lanes.size());
        assertFalse(lanes.contains(first));
        assertEquals(ConversationState.CLOSED, scene.conversation(first).state());
    }

    private static void closed_ones_stay(Scene scene) {
        Tenant shop = resettingAfterTwoDays(scene);
        PhoneNumber contact = scene.samples().contact();
        ArrivalSample text = scene.text(shop).from(contact);
        WorkKey first = scene.receive(text);
        scene.pass(Duration.ofDays(3));
        scene.receive(scene.text(shop).from(contact));
        assertEquals(Optional.of(new ConversationId(first.subject())), scene.stored(text).header().conversation());
        assertEquals(text.arrival().contact(), scene.conversation(first).contact());
    }

    private static List<Turn> ongoing(Scene scene, PhoneNumber contact, int idleResetDays, int most) {
        return scene.stores().conversations().ongoing(scene.home().id(), new NumberPair(scene.home().ours(), contact), idleResetDays, most);
    }

    private static Tenant resettingAfterTwoDays(Scene scene) {
        MessagingConfig d = Samples.config(InboundMode.AUTO_REPLY);
        ReplyLimits limits = new ReplyLimits(Duration.ZERO, d.limits().maxSegments(), d.limits().maxRepliesPerHour(), 2);
        Agent agent = scene.samples()
                .agent(scene.home().id(), scene.home().connection().id(),
                        new MessagingConfig(
                                d.inboundMode(),
                                d.smsPrompt(),
                                d.inboundWebhookUrl(),
                                d.fromNumber(),
                                d.model(),
                                limits,
                                d.manners(),
                                d.events()));
        scene.stores().agents().insert(agent);
        return scene.home().with(agent);
    }
}
