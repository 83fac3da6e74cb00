package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.ConversationStore.NumberPair;
import dev.parley.ports.out.Schedule.Cancellation;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts of ours that wait for their time. */
final class ScheduleRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "SC1",
                    "a scheduled text is stored with its time, in no conversation",
                    "which columns add fills",
                    ScheduleRules::is_stored_apart),
            new Rule<>("SC2", "its work is due at its time, and not before", "the due time of the work", ScheduleRules::due_at_its_time),
            new Rule<>(
                    "SC3",
                    "what was to be said comes back as it was asked for, to whoever holds it",
                    "words, prompt, history and variables of a wish",
                    ScheduleRules::comes_back_as_asked),
            new Rule<>(
                    "SC4",
                    "when its time comes it is sending, in the conversation of its numbers, and still made when it was made",
                    "begin",
                    ScheduleRules::is_sending_when_its_time_comes),
            new Rule<>(
                    "SC5",
                    "it is a turn of the conversation only once it is sent, and then the latest",
                    "turns are in the order in which they were said",
                    ScheduleRules::is_said_when_it_is_sent),
            new Rule<>("SC11", "a message of that id that is there is left alone", "add", ScheduleRules::existing_is_left_alone),
            new Rule<>(
                    "SC12",
                    "in lists it is found by its status, and takes its place when it is sent",
                    "by what lists are ordered",
                    ScheduleRules::takes_its_place));

    private static final Duration WAIT = Duration.ofHours(2);

    private ScheduleRules() {}

    private static void is_stored_apart(Scene scene) {
        DraftSample text = scene.draft();
        Instant at = add(scene, text);
        OutboundMessage stored = scene.stored(text);
        assertEquals(MessageStatus.SCHEDULED, stored.status());
        assertEquals(Optional.of(at), stored.scheduledAt());
        assertEquals(Optional.empty(), stored.header().conversation());
        assertEquals(text.draft().createdAt(), stored.header().createdAt());
        assertEquals(text.draft().content(), stored.content());
    }

    private static void due_at_its_time(Scene scene) {
        DraftSample text = scene.draft();
        add(scene, text);
        scene.pass(WAIT.minusSeconds(2));
        assertFalse(scene.isClaimable(key(text)), "it is due before its time");
        scene.pass(Duration.ofSeconds(3));
        assertTrue(scene.isClaimable(key(text)), "it is not due at its time");
    }

    private static void comes_back_as_asked(Scene scene) {
        DraftSample text = scene.draft();
        var wish = new ScheduledText.Wish(
                Optional.of(List.of(new Turn(Role.USER, "Hi"), new Turn(Role.ASSISTANT, "Ol\u00e1 \"you\""))),
                Optional.of("Be {{mood}}"),
                new Variables(Map.of("mood", "kind", "plan", Map.of("seats", 3))));
        var asked = new ScheduledText(text.draft(), scene.now().plus(WAIT), Optional.of(wish));
        assertTrue(scene.stores().schedule().add(asked));
        Claim claim = due(scene, text);
        ScheduledText found = scene.stores().schedule().find(claim).orElseThrow();
        assertEquals(asked.wish(), found.wish());
        assertEquals(text.at(found.text().createdAt()).draft(), found.text());
        assertEquals(Duration.between(text.draft().createdAt(), asked.at()), Duration.between(found.text().createdAt(), found.at()));
        scene.takeOver(claim);
        assertEquals(Optional.empty(), scene.stores().schedule().find(claim));
    }

    private static void is_sending_when_its_time_comes(Scene scene) {
        DraftSample before = scene.draft();
        scene.begin(before);
        DraftSample text = scene.draft().to(before.draft().to());
        add(scene, text);
        scene.pass(WAIT.plusSeconds(1));
        OutboundMessage made = scene.stored(text);
        Claim claim = scene.claim(key(text));
        Claim send = begin(scene, claim, text.saying("Good morning").byModel());
        OutboundMessage stored = scene.stored(text);
        assertEquals(MessageStatus.SENDING, stored.status());
        assertEquals("Good morning", stored.content().body());
        assertTrue(stored.generatedByLlm());
        assertEquals(scene.stored(before).header().conversation(), stored.header().conversation());
        assertEquals(made.header().createdAt(), stored.header().createdAt());
        assertEquals(made.scheduledAt(), stored.scheduledAt());
        assertTrue(scene.stores().work().renew(send), "its hand-over is not held");
        assertEquals(new Begun.Existing(), scene.stores().schedule().begin(claim, text.draft()));
    }

    private static void is_said_when_it_is_sent(Scene scene) {
        ArrivalSample question = scene.text();
        PhoneNumber contact = question.arrival().contact().phoneNumber().orElseThrow();
        DraftSample text = scene.draft().to(contact);
        add(scene, text);
        scene.receive(question);
        assertEquals(List.of(Role.USER), roles(scene, contact));
        scene.pass(Duration.ofMinutes(1));
        scene.receive(scene.text().from(question.arrival().contact()));
        begin(scene, due(scene, text), text);
        assertEquals(List.of(Role.USER, Role.USER, Role.ASSISTANT), roles(scene, contact));
    }

    private static void existing_is_left_alone(Scene scene) {
        DraftSample text = scene.draft();
        Instant at = add(scene, text);
        var other = new ScheduledText(text.saying("Something else").draft(), at.plusSeconds(60), Optional.empty());
        assertFalse(scene.stores().schedule().add(other));
        assertEquals(text.draft().content(), scene.stored(text).content());
        assertEquals(Optional.of(at), scene.stored(text).scheduledAt());
    }

    private static void takes_its_place(Scene scene) {
        DraftSample text = scene.draft();
        add(scene, text);
        DraftSample later = scene.draft();
        scene.begin(later);
        assertEquals(List.of(later.draft().id(), text.draft().id()), listed(scene));
        begin(scene, due(scene, text), text);
        assertEquals(List.of(text.draft().id(), later.draft().id()), listed(scene));
    }

    private static List<?> listed(Scene scene) {
        return scene.stores()
                .messages()
                .list(scene.home().id(), MessageFilter.ALL, PageRequest.FIRST)
                .items()
                .stream()
                .map(m -> m.id())
                .toList();
    }

    static Instant add(Scene scene, DraftSample text) {
        Instant at = scene.now().plus(WAIT);
        assertTrue(scene.stores().schedule().add(new ScheduledText(text.draft(), at, Optional.empty())), "it was not added");
        return at;
    }

    static Claim due(Scene scene, DraftSample text) {
        scene.pass(WAIT.plusSeconds(1));
        return scene.claim(key(text));
    }

    static Claim begin(Scene scene, Claim claim, DraftSample text) {
        return assertInstanceOf(Begun.Sending.class, scene.stores().schedule().begin(claim, text.at(scene.now()).draft())).send();
    }

    static Cancellation cancel(Scene scene, DraftSample text) {
        return scene.stores().schedule().cancel(text.draft().organization(), text.draft().id());
    }

    static WorkKey key(DraftSample text) {
        return WorkKey.schedule(text.draft().organization(), text.draft().id());
    }

    private static List<Role> roles(Scene scene, PhoneNumber contact) {
        var numbers = new NumberPair(scene.home().number().number(), contact);
        return scene.stores().conversations().ongoing(scene.home().id(), numbers, 0, 10).stream().map(Turn::role).toList();
    }
}
