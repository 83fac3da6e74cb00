package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Address;
import dev.parley.ports.MessageId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What providers report about texts of ours: early, late, twice and out of order. */
final class ReportRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("T1", "a report raises the status and says why it failed", "report", ReportRules::raises),
            new Rule<>("T2", "a report never lowers the status", "the rank, compared in the update itself", ReportRules::never_lowers),
            new Rule<>(
                    "T3",
                    "a report that came before its text was known is kept until it is",
                    "the parked reports that finish applies",
                    ReportRules::is_kept_until_its_text_is_known),
            new Rule<>(
                    "T4",
                    "a kept report counts for its own connection only",
                    "the connection in the key of parked reports",
                    ReportRules::is_kept_for_its_connection),
            new Rule<>(
                    "T5",
                    "a report that names our own id counts before the provider's name is known",
                    "StatusReport.messageId",
                    ReportRules::our_own_id_counts),
            new Rule<>("T6", "but not for a text of another connection", "the connection in the where", ReportRules::but_not_elsewhere),
            new Rule<>(
                    "T7",
                    "a late answer of the provider does not lower what was reported",
                    "the rank, compared in finish",
                    ReportRules::a_late_answer_does_not_lower),
            new Rule<>("T8", "a report settles what was unknown", "the rank of UNKNOWN", ReportRules::settles_what_was_unknown),
            new Rule<>(
                    "T9",
                    "a report at the same moment as the provider's answer is not lost",
                    "look for the text and park the report in one transaction that finish cannot pass",
                    ReportRules::is_not_lost_in_between),
            new Rule<>(
                    "T10",
                    "a text in parts is delivered when all of them are, whatever still comes late about one",
                    "SendFate.Sent.providerIds, and the rank of each part",
                    ReportRules::all_parts_count),
            new Rule<>("T11", "and has failed when one of them has", "SendFate.Sent.providerIds", ReportRules::one_failed_part_counts),
            new Rule<>("T12", "a change of status is dated", "updatedAt", ReportRules::is_dated),
            new Rule<>(
                    "T13",
                    "a text whose number the provider chose joins the conversation of the number that a report names",
                    "StatusReport.from; only when the text has no sender yet, and within the reporting connection",
                    ReportRules::names_the_sender));

    private static final int ROUNDS = 15;

    private ReportRules() {}

    private static void raises(Scene scene) {
        DraftSample text = sent(scene, "PM1");
        report(scene, "PM1", MessageStatus.DELIVERED);
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
        DraftSample other = sent(scene, "PM2");
        report(scene, scene.home().connection(), unwanted("PM2"));
        assertEquals(MessageStatus.FAILED, scene.stored(other).status());
        assertEquals(unwanted("PM2").failure(), scene.stored(other).failure());
    }

    private static void never_lowers(Scene scene) {
        for (MessageStatus end : List.of(MessageStatus.DELIVERED, MessageStatus.UNDELIVERED, MessageStatus.FAILED)) {
            DraftSample text = sent(scene, "PM-" + end);
            report(scene, "PM-" + end, end);
            for (MessageStatus late : List.of(MessageStatus.SENT, MessageStatus.SENDING, MessageStatus.FAILED, MessageStatus.DELIVERED)) {
                report(scene, "PM-" + end, late);
                assertEquals(end, scene.stored(text).status(), () -> "after " + late);
            }
        }
    }

    private static void is_kept_until_its_text_is_known(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        report(scene, "PM1", MessageStatus.SENT);
        report(scene, scene.home().connection(), unwanted("PM1"));
        assertEquals(MessageStatus.SENDING, scene.stored(text).status());
        finish(scene, send, "PM1");
        assertEquals(MessageStatus.FAILED, scene.stored(text).status());
        assertEquals(unwanted("PM1").failure(), scene.stored(text).failure());
        assertTrue(scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), text.draft().to().e164()));
    }

    private static void is_kept_for_its_connection(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        report(scene, another(scene), of("PM1", MessageStatus.DELIVERED));
        finish(scene, send, "PM1");
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
    }

    private static void our_own_id_counts(Scene scene) {
        DraftSample text = scene.draft();
        scene.begin(text);
        report(scene, scene.home().connection(), about(text.draft().id(), MessageStatus.SENT));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        report(scene, scene.home().connection(), about(text.draft().id(), MessageStatus.DELIVERED));
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
    }

    private static void but_not_elsewhere(Scene scene) {
        DraftSample text = sent(scene, "PM1");
        report(scene, another(scene), about(text.draft().id(), MessageStatus.FAILED));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
    }

    private static void a_late_answer_does_not_lower(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        report(scene, scene.home().connection(), about(text.draft().id(), MessageStatus.DELIVERED));
        finish(scene, send, "PM1");
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
        assertEquals(Optional.of("PM1"), scene.stored(text).providerMessageId());
    }

    private static void settles_what_was_unknown(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        scene.stores().outbox().finish(send, new SendFate.Unknown(new Failure("unknown", "timeout")));
        report(scene, scene.home().connection(), about(text.draft().id(), MessageStatus.SENT));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertEquals(Optional.empty(), scene.stored(text).failure());
    }

    private static void is_not_lost_in_between(Scene scene) {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "PM" + round;
            DraftSample text = scene.draft();
            Claim send = scene.begin(text);
            Crowd.both(() -> finish(scene, send, name), () -> report(scene, name, MessageStatus.DELIVERED));
            assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
        }
    }

    private static void all_parts_count(Scene scene) {
        DraftSample text = sent(scene, "PM1", "PM2");
        report(scene, "PM1", MessageStatus.DELIVERED);
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        report(scene, "PM1", MessageStatus.SENT);
        report(scene, "PM2", MessageStatus.DELIVERED);
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
    }

    private static void one_failed_part_counts(Scene scene) {
        DraftSample text = sent(scene, "PM1", "PM2");
        report(scene, "PM1", MessageStatus.DELIVERED);
        report(scene, "PM2", MessageStatus.FAILED);
        assertEquals(MessageStatus.FAILED, scene.stored(text).status());
    }

    private static void is_dated(Scene scene) {
        DraftSample text = sent(scene, "PM1");
        scene.pass(Duration.ofMinutes(5));
        report(scene, "PM1", MessageStatus.DELIVERED);
        Duration later = Duration.between(scene.stored(text).header().createdAt(), scene.stored(text).header().updatedAt());
        // Not five: the clock that dates the draft and the one that dates the change may be apart by a little.
        assertTrue(later.compareTo(Duration.ofMinutes(4)) > 0, "dated " + later + " after it was made");
    }

    private static void names_the_sender(Scene scene) {
        DraftSample before = scene.draft();
        scene.begin(before);
        DraftSample text = scene.draft().to(before.draft().to()).fromWhatTheProviderChooses();
        finish(scene, scene.begin(text), "PM1");
        Address ours = Address.of(scene.home().ours());
        report(scene, another(scene), from(ours, text.draft().id()));
        assertEquals(Optional.empty(), scene.stored(text).header().from());
        report(scene, scene.home().connection(), from(ours));
        assertEquals(Optional.of(ours), scene.stored(text).header().from());
        assertEquals(scene.stored(before).header().conversation(), scene.stored(text).header().conversation());
        report(scene, scene.home().connection(), from(Address.of(scene.samples().contact()), text.draft().id()));
        assertEquals(Optional.of(ours), scene.stored(text).header().from());
        assertEquals(scene.stored(before).header().conversation(), scene.stored(text).header().conversation());
    }

    private static DraftSample sent(Scene scene, String...providerIds) {
        DraftSample text = scene.draft();
        finish(scene, scene.begin(text), providerIds);
        return text;
    }

    private static void finish(Scene scene, Claim send, String...providerIds) {
        assertTrue(scene.stores().outbox().finish(send, new SendFate.Sent(List.of(providerIds), Optional.empty(), Optional.empty())));
    }

    private static Connection another(Scene scene) {
        Connection other = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(other);
        return other;
    }

    private static StatusReport of(String providerId, MessageStatus status) {
        return new StatusReport(providerId, Optional.empty(), status, Optional.empty(), false, Optional.empty());
    }

    private static StatusReport unwanted(String providerId) {
        var failure = new Failure("opted_out", "21610: Attempt to send to unsubscribed recipient");
        return new StatusReport(providerId, Optional.empty(), MessageStatus.FAILED, Optional.of(failure), true, Optional.empty());
    }

    private static StatusReport about(MessageId id, MessageStatus status) {
        return new StatusReport("PM1", Optional.of(id), status, Optional.empty(), false, Optional.empty());
    }

    private static StatusReport from(Address ours) {
        return new StatusReport("PM1", Optional.empty(), MessageStatus.SENT, Optional.empty(), false, Optional.of(ours));
    }

    private static StatusReport from(Address ours, MessageId id) {
        return new StatusReport("PM1", Optional.of(id), MessageStatus.SENT, Optional.empty(), false, Optional.of(ours));
    }

    private static void report(Scene scene, String providerId, MessageStatus status) {
        report(scene, scene.home().connection(), of(providerId, status));
    }

    private static void report(Scene scene, Connection connection, StatusReport report) {
        scene.stores().outbox().report(connection.organization(), connection.id(), report);
    }
}
