package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Address;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Contacts who do not want texts. */
final class OptOutRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "X1",
                    "a text that opts out takes effect as it comes in, and is done with",
                    "Intake.OptOut in the transaction of accept",
                    OptOutRules::by_text),
            new Rule<>(
                    "X2",
                    "a text that opts out can wait for the business to be told",
                    "Intake.OptOut.then",
                    OptOutRules::by_text_and_waits),
            new Rule<>(
                    "X3",
                    "a text that opts in again lifts the opt-out, and is done with",
                    "Intake.OptIn",
                    OptOutRules::in_again_by_text),
            new Rule<>(
                    "X4",
                    "a text that opts in without need is a text like any other",
                    "Intake.OptIn.otherwise",
                    OptOutRules::in_without_need),
            new Rule<>(
                    "X5",
                    "nothing is begun to somebody who has opted out, and nothing written",
                    "the opt-out, looked up in begin",
                    OptOutRules::nothing_is_begun),
            new Rule<>(
                    "X6",
                    "an opt-out holds for that contact and that number of ours alone",
                    "the key of an opt-out",
                    OptOutRules::holds_for_the_two_alone),
            new Rule<>(
                    "X7",
                    "an opt-out that the provider reports with its refusal is remembered",
                    "SendFate.Failed.recipientOptedOut",
                    OptOutRules::by_refusal),
            new Rule<>(
                    "X8",
                    "an opt-out that the provider reports later is remembered",
                    "StatusReport.recipientOptedOut",
                    OptOutRules::by_report),
            new Rule<>(
                    "X9",
                    "an opt-out by hand holds until it is lifted, however often it was said",
                    "insert what is not there",
                    OptOutRules::by_hand),
            new Rule<>(
                    "X10",
                    "a STOP that is delivered again after a START has no effect",
                    "the duplicate, found before consent is touched",
                    OptOutRules::an_old_stop_has_no_effect),
            new Rule<>("X11", "a contact that is no number can opt out", "the type of the contact's column", OptOutRules::any_address_can),
            new Rule<>(
                    "X12",
                    "of twenty STOPs at once each is stored and the opt-out holds",
                    "an insert that may meet another",
                    OptOutRules::twenty_stops_at_once),
            new Rule<>(
                    "X13",
                    "an opt-out that the provider reports again after a START has no effect",
                    "that part's opt-out, known before the report",
                    OptOutRules::an_old_report_has_no_effect));

    private static final Intake STOP = new Intake.OptOut("text:STOP", new Intake.Settled(HandledAs.OPT_OUT));
    private static final Intake START = new Intake.OptIn("text:START", Scene.AT_ONCE);

    private OptOutRules() {}

    private static void by_text(Scene scene) {
        ArrivalSample stop = scene.text().saying("STOP").to(STOP);
        assertEquals(new Acceptance.Stored(Optional.empty()), accept(scene, stop));
        assertEquals(Optional.of(HandledAs.OPT_OUT), scene.stored(stop).handledAs());
        assertTrue(isOptedOut(scene, stop.arrival().contact()));
    }

    private static void by_text_and_waits(Scene scene) {
        ArrivalSample stop = scene.text().to(new Intake.OptOut("text:STOP", Scene.AT_ONCE));
        var lane = scene.claim(scene.receive(stop));
        assertEquals(Optional.empty(), scene.stored(stop).handledAs());
        assertEquals(List.of(scene.stored(stop)), scene.window(lane).unanswered());
        assertTrue(scene.window(lane).standing().optedOut());
    }

    private static void in_again_by_text(Scene scene) {
        ArrivalSample stop = scene.text().to(STOP);
        accept(scene, stop);
        ArrivalSample start = scene.text().from(stop.arrival().contact()).to(START);
        assertEquals(new Acceptance.Stored(Optional.empty()), accept(scene, start));
        assertEquals(Optional.of(HandledAs.OPT_IN), scene.stored(start).handledAs());
        assertFalse(isOptedOut(scene, stop.arrival().contact()));
    }

    private static void in_without_need(Scene scene) {
        ArrivalSample waiting = scene.text().to(START);
        scene.receive(waiting);
        assertEquals(Optional.empty(), scene.stored(waiting).handledAs());
        ArrivalSample settled = scene.text().to(new Intake.OptIn("text:START", new Intake.Settled(HandledAs.OFF)));
        accept(scene, settled);
        assertEquals(Optional.of(HandledAs.OFF), scene.stored(settled).handledAs());
    }

    private static void nothing_is_begun(Scene scene) {
        ArrivalSample stop = scene.text().to(STOP);
        accept(scene, stop);
        DraftSample text = scene.draft().to(stop.arrival().contact().phoneNumber().orElseThrow());
        assertEquals(new Begun.OptedOut(), scene.stores().outbox().begin(text.draft()));
        assertEquals(Optional.empty(), scene.stores().messages().find(scene.home().id(), text.draft().id()));
    }

    private static void holds_for_the_two_alone(Scene scene) {
        ArrivalSample stop = scene.text().to(STOP);
        accept(scene, stop);
        AssignedNumber second = scene.samples().number(scene.home().connection(), scene.home().agent());
        scene.stores().numbers().insert(second);
        PhoneNumber contact = stop.arrival().contact().phoneNumber().orElseThrow();
        scene.begin(scene.draft().from(second.number()).to(contact));
        scene.begin(scene.draft());
        assertFalse(scene.stores().suppressions().isOptedOut(scene.home().id(), second.number(), contact.e164()));
    }

    private static void by_refusal(Scene scene) {
        DraftSample text = scene.draft();
        scene.stores().outbox().finish(scene.begin(text), new SendFate.Failed(new Failure("opted_out", "21610"), true));
        assertTrue(isOptedOut(scene, Address.of(text.draft().to())));
        assertEquals(new Begun.OptedOut(), scene.stores().outbox().begin(scene.draft().to(text.draft().to()).draft()));
    }

    private static void by_report(Scene scene) {
        DraftSample text = scene.draft();
        scene.stores().outbox().finish(scene.begin(text), new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()));
        report(scene, optOut("PM1"));
        assertTrue(isOptedOut(scene, Address.of(text.draft().to())));
    }

    private static void by_hand(Scene scene) {
        Address contact = Address.of(scene.samples().contact());
        Suppressions consent = scene.stores().suppressions();
        consent.optIn(scene.home().id(), scene.home().ours(), contact.value(), event(scene));
        assertFalse(isOptedOut(scene, contact));
        consent.optOut(scene.home().id(), scene.home().ours(), contact.value(), event(scene));
        consent.optOut(scene.home().id(), scene.home().ours(), contact.value(), event(scene));
        assertTrue(isOptedOut(scene, contact));
        consent.optIn(scene.home().id(), scene.home().ours(), contact.value(), event(scene));
        assertFalse(isOptedOut(scene, contact));
    }

    private static void an_old_stop_has_no_effect(Scene scene) {
        ArrivalSample stop = scene.text().named("SM1").to(STOP);
        accept(scene, stop);
        accept(scene, scene.text().from(stop.arrival().contact()).to(START));
        assertEquals(new Acceptance.Duplicate(), accept(scene, scene.text().from(stop.arrival().contact()).named("SM1").to(STOP)));
        assertFalse(isOptedOut(scene, stop.arrival().contact()));
    }

    private static void any_address_can(Scene scene) {
        ArrivalSample stop = scene.text().from(new Address("MyBank")).to(STOP);
        accept(scene, stop);
        assertTrue(isOptedOut(scene, stop.arrival().contact()));
    }

    private static void twenty_stops_at_once(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        List<ArrivalSample> stops = IntStream.range(0, 20).mapToObj(_ -> scene.text().from(contact).to(STOP)).toList();
        Crowd.of(20, i -> accept(scene, stops.get(i)));
        stops.forEach(stop -> assertEquals(Optional.of(HandledAs.OPT_OUT), scene.stored(stop).handledAs()));
        assertTrue(isOptedOut(scene, Address.of(contact)));
    }

    private static void an_old_report_has_no_effect(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        Address contact = Address.of(text.draft().to());
        report(scene, optOut("PM1"));
        assertFalse(isOptedOut(scene, contact));
        report(scene, about(text.draft().id(), optOut("PM1")));
        assertTakenBack(scene, contact);
        scene.stores().outbox().finish(send, new SendFate.Sent(List.of("PM1", "PM2"), Optional.empty(), Optional.empty()));
        report(scene, optOut("PM1"));
        assertFalse(isOptedOut(scene, contact));
        report(scene, optOut("PM2"));
        assertTakenBack(scene, contact);
        report(scene, about(text.draft().id(), optOut("PM2")));
        assertFalse(isOptedOut(scene, contact));
    }

    private static void assertTakenBack(Scene scene, Address contact) {
        assertTrue(isOptedOut(scene, contact));
        scene.stores().suppressions().optIn(scene.home().id(), scene.home().ours(), contact.value(), event(scene));
        assertFalse(isOptedOut(scene, contact));
    }

    private static StatusReport optOut(String providerId) {
        var failure = Optional.of(new Failure("opted_out", "21610"));
        return new StatusReport(providerId, Optional.empty(), MessageStatus.UNDELIVERED, failure, true, Optional.empty());
    }

    private static StatusReport about(MessageId id, StatusReport r) {
        return new StatusReport(r.providerMessageId(), Optional.of(id), r.status(), r.failure(), r.recipientOptedOut(), r.from());
    }

    private static void report(Scene scene, StatusReport report) {
        scene.stores().outbox().report(scene.home().id(), scene.home().connection().id(), report);
    }

    private static Acceptance accept(Scene scene, ArrivalSample text) {
        return scene.stores().inbox().accept(text.arrival());
    }

    private static boolean isOptedOut(Scene scene, Address contact) {
        return scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), contact.value());
    }

    private static Suppressions.Event event(Scene scene) {
        return new Suppressions.Event("operator", scene.now());
    }
}
