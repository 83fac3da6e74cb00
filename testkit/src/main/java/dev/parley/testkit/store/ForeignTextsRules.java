package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.ConversationStore.NumberPair;
import dev.parley.ports.out.IdempotencyStore;
import dev.parley.ports.out.IdempotencyStore.Answer;
import dev.parley.ports.out.IdempotencyStore.Attempt;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.Suppressions;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Tenant;
import java.util.List;
import java.util.Optional;

/** Another organization asks for our texts, contacts and requests: it finds and changes nothing. */
final class ForeignTextsRules {

    private static final StatusReport BY_NAME =
            new StatusReport("PM1", Optional.empty(), MessageStatus.FAILED, Optional.empty(), true, Optional.empty());
    private static final String HELP = "the organization in the where";

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("Z9", "another organization reads no message of ours", HELP, ForeignTextsRules::reads_no_message),
            new Rule<>("Z10", "another organization reads no conversation of ours", HELP, ForeignTextsRules::reads_no_conversation),
            new Rule<>(
                    "Z11",
                    "another organization that texts the same contact has its own conversation",
                    HELP,
                    ForeignTextsRules::has_its_own_conversation),
            new Rule<>(
                    "Z12",
                    "another organization neither sees nor changes a consent of ours",
                    HELP,
                    ForeignTextsRules::has_its_own_consent),
            new Rule<>("Z13", "another organization reports nothing about a text of ours", HELP, ForeignTextsRules::reports_nothing),
            new Rule<>("Z14", "a report that waits for its text waits for its own organization", HELP, ForeignTextsRules::parks_nothing),
            new Rule<>("Z15", "another organization's key is another request", HELP, ForeignTextsRules::has_its_own_requests));

    private ForeignTextsRules() {}

    private static void reads_no_message(Scene scene) {
        OrganizationId other = scene.tenant().id();
        ArrivalSample in = scene.text();
        DraftSample out = scene.draft();
        var lane = scene.receive(in);
        scene.begin(out);
        assertEquals(Optional.empty(), scene.stores().messages().find(other, in.arrival().id()));
        assertEquals(Optional.empty(), scene.stores().messages().find(other, out.draft().id()));
        var filter = MessageFilter.of(new ConversationId(lane.subject()));
        assertEquals(new Page<>(List.of(), Optional.empty()), scene.stores().messages().list(other, filter, PageRequest.FIRST));
    }

    private static void reads_no_conversation(Scene scene) {
        OrganizationId other = scene.tenant().id();
        PhoneNumber contact = scene.samples().contact();
        var lane = scene.receive(scene.text().from(contact));
        assertEquals(Optional.empty(), scene.stores().conversations().find(other, new ConversationId(lane.subject())));
        var pair = new NumberPair(scene.home().ours(), contact);
        assertEquals(List.of(), scene.stores().conversations().ongoing(other, pair, 0, 10));
        assertEquals(1, scene.stores().conversations().ongoing(scene.home().id(), pair, 0, 10).size());
    }

    private static void has_its_own_conversation(Scene scene) {
        Tenant other = scene.tenant();
        PhoneNumber contact = scene.samples().contact();
        DraftSample ours = scene.draft().to(contact);
        // A number that is nobody's: only the organization tells the two pairs apart.
        PhoneNumber shared = scene.samples().ourNumber();
        DraftSample theirs = scene.draft(other).to(contact).from(shared);
        scene.begin(ours.from(shared));
        scene.begin(theirs);
        assertEquals(Optional.of(theirs.draft().newConversation()), scene.stored(theirs).header().conversation());
        assertEquals(1, scene.stores().conversations().ongoing(other.id(), new NumberPair(shared, contact), 0, 10).size());
    }

    private static void has_its_own_consent(Scene scene) {
        OrganizationId other = scene.tenant().id();
        OrganizationId home = scene.home().id();
        PhoneNumber ours = scene.home().ours();
        Suppressions consent = scene.stores().suppressions();
        var event = new Suppressions.Event("operator", scene.now());
        consent.optOut(home, ours, "+14155550123", event);
        assertFalse(consent.isOptedOut(other, ours, "+14155550123"), "it sees ours");
        consent.optIn(other, ours, "+14155550123", event);
        assertTrue(consent.isOptedOut(home, ours, "+14155550123"), "it lifted ours");
        consent.optOut(other, ours, "+14155550124", event);
        assertFalse(consent.isOptedOut(home, ours, "+14155550124"), "it made one of ours");
    }

    private static void reports_nothing(Scene scene) {
        Tenant other = scene.tenant();
        DraftSample text = scene.draft();
        var send = scene.begin(text);
        scene.stores().outbox().finish(send, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()));
        var byOurId =
                new StatusReport("PM1", Optional.of(text.draft().id()), MessageStatus.FAILED, Optional.empty(), true, Optional.empty());
        report(scene, other, other, byOurId);
        report(scene, other, scene.home(), byOurId);
        report(scene, other, scene.home(), BY_NAME);
        report(scene, other, other, BY_NAME);
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertFalse(scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), text.draft().to().e164()));
    }

    private static void parks_nothing(Scene scene) {
        Tenant other = scene.tenant();
        DraftSample text = scene.draft();
        var send = scene.begin(text);
        report(scene, other, scene.home(), BY_NAME);
        report(scene, other, other, BY_NAME);
        scene.stores().outbox().finish(send, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
    }

    private static void has_its_own_requests(Scene scene) {
        OrganizationId other = scene.tenant().id();
        OrganizationId home = scene.home().id();
        IdempotencyStore requests = scene.stores().idempotency();
        MessageId ours = scene.message();
        MessageId theirs = scene.message();
        assertEquals(new Attempt.Execute(ours), requests.begin(home, "key", "f", ours));
        requests.finish(other, "key", new Answer(201, "theirs"));
        requests.abandon(other, "key");
        assertEquals(new Attempt.InProgress(), requests.begin(home, "key", "f", scene.message()));
        assertEquals(new Attempt.Execute(theirs), requests.begin(other, "key", "other", theirs));
    }

    private static void report(Scene scene, Tenant reporter, Tenant carrier, StatusReport report) {
        scene.stores().outbox().report(reporter.id(), carrier.connection().id(), report);
    }
}
