package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Intake;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Texts that come in. */
final class ArrivalRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("D1", "a text that came in reads as it came", "which columns the insert fills", ArrivalRules::reads_as_it_came),
            new Rule<>(
                    "D2",
                    "a text that comes twice has no second effect",
                    "the unique key over connection and provider id, and that nothing is written before it is found out",
                    ArrivalRules::twice_has_no_second_effect),
            new Rule<>(
                    "D3",
                    "of twenty deliveries of one text at once, one is stored",
                    "plain insert and the duplicate-key error, never read-then-write; a deadlock is to be tried again",
                    ArrivalRules::twenty_at_once_are_one),
            new Rule<>(
                    "D4",
                    "two connections can use one name for two texts",
                    "the unique key has the connection in it",
                    ArrivalRules::names_belong_to_a_connection),
            new Rule<>(
                    "D5",
                    "names that differ in case alone are two texts",
                    "the collation of the provider id must be binary",
                    ArrivalRules::names_are_compared_to_the_letter),
            new Rule<>(
                    "D6",
                    "a text that waits makes its conversation's lane due",
                    "what the transaction returns",
                    ArrivalRules::a_waiting_text_makes_work),
            new Rule<>(
                    "D7",
                    "a settled text is explained at once and makes no work",
                    "Intake.Settled",
                    ArrivalRules::a_settled_text_is_done));

    private ArrivalRules() {}

    private static void reads_as_it_came(Scene scene) {
        ArrivalSample text = scene.text().saying("Are you open on Sunday?");
        ConversationId conversation = new ConversationId(scene.receive(text).subject());
        Arrival a = text.arrival();
        Tenant home = scene.home();
        var header = new MessageHeader(
                a.id(),
                home.id(),
                Optional.of(conversation),
                Optional.of(home.agent().id()),
                home.connection().id(),
                Optional.of(a.contact()),
                Address.of(home.ours()),
                a.receivedAt(),
                a.receivedAt());
        assertEquals(new InboundMessage(header, a.content(), a.providerMessageId(), Optional.empty(), Optional.empty()),
                scene.stored(text));
    }

    private static void twice_has_no_second_effect(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        ArrivalSample first = scene.text().from(contact).named("SM1");
        WorkKey lane = scene.receive(first);
        ArrivalSample again =
                scene.text().from(contact).named("SM1").saying("Other words").to(new Intake.OptOut("text:STOP", Scene.AT_ONCE));
        assertEquals(new Acceptance.Duplicate(), scene.stores().inbox().accept(again.arrival()));
        assertEquals(List.of(first.arrival().id()), scene.window(scene.claim(lane)).unanswered().stream().map(InboundMessage::id).toList());
        assertEquals(1, messages(scene));
        assertEquals(first.arrival().content(), scene.stored(first).content());
        assertFalse(scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), contact.e164()));
    }

    private static void twenty_at_once_are_one(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        List<ArrivalSample> copies = IntStream.range(0, 20).mapToObj(_ -> scene.text().from(contact).named("SM1")).toList();
        List<Acceptance> results = Crowd.of(20, i -> scene.stores().inbox().accept(copies.get(i).arrival()));
        assertEquals(1, results.stream().filter(Acceptance.Stored.class::isInstance).count());
        assertEquals(19, results.stream().filter(Acceptance.Duplicate.class::isInstance).count());
        assertEquals(1, messages(scene));
    }

    private static void names_belong_to_a_connection(Scene scene) {
        Connection other = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(other);
        AssignedNumber number = scene.samples().number(other, scene.home().agent());
        scene.stores().numbers().insert(number);
        var there = new Tenant(scene.home().organization(), other, scene.home().agent(), number);
        scene.receive(scene.text().named("SM1"));
        scene.receive(scene.text(there).named("SM1"));
        assertEquals(2, messages(scene));
    }

    private static void names_are_compared_to_the_letter(Scene scene) {
        scene.receive(scene.text().named("0a1B"));
        scene.receive(scene.text().named("0A1b"));
        assertEquals(2, messages(scene));
    }

    private static void a_waiting_text_makes_work(Scene scene) {
        ArrivalSample text = scene.text().to(new Intake.AwaitReply(Duration.ofSeconds(7)));
        var stored = assertInstanceOf(Acceptance.Stored.class, scene.stores().inbox().accept(text.arrival()));
        ConversationId conversation = scene.stored(text).header().conversation().orElseThrow();
        WorkKey lane = WorkKey.reply(scene.home().id(), conversation);
        Acceptance.Due due = stored.work().orElseThrow();
        assertEquals(lane, due.key());
        assertTrue(due.in().compareTo(Duration.ofSeconds(6)) > 0 && due.in().compareTo(Duration.ofSeconds(7)) <= 0, "due in " + due.in());
    }

    private static void a_settled_text_is_done(Scene scene) {
        for (HandledAs as : HandledAs.values()) {
            ArrivalSample text = scene.text().to(new Intake.Settled(as));
            assertEquals(new Acceptance.Stored(Optional.empty()), scene.stores().inbox().accept(text.arrival()));
            InboundMessage stored = scene.stored(text);
            assertEquals(Optional.of(as), stored.handledAs());
            WorkKey lane = WorkKey.reply(scene.home().id(), stored.header().conversation().orElseThrow());
            assertFalse(scene.isClaimable(lane));
            assertEquals(Optional.empty(), scene.conversation(lane).unansweredSince());
        }
    }

    private static int messages(Scene scene) {
        return scene.stores().messages().list(scene.home().id(), MessageFilter.ALL, PageRequest.FIRST).items().size();
    }
}
