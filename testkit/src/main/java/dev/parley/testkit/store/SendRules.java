package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Address;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts of ours, and what sending them came to. */
final class SendRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "S1",
                    "a text of ours is stored as sending before it is sent",
                    "which columns begin fills",
                    SendRules::is_stored_first),
            new Rule<>("S2", "who began a text holds its hand-over", "the lease of the new work", SendRules::its_maker_holds_it),
            new Rule<>("S3", "a text of that id that is there already is left alone", "Begun.Existing", SendRules::existing_is_left_alone),
            new Rule<>(
                    "S4",
                    "of twenty who begin one text at once, one is to send it",
                    "plain insert and the duplicate-key error",
                    SendRules::twenty_begin_one),
            new Rule<>(
                    "S5",
                    "what a provider took is sent, under its first name, in as many segments as it bills",
                    "SendFate.Sent",
                    SendRules::taken_is_sent),
            new Rule<>("S6", "what a provider refused has failed, and says why", "SendFate.Failed", SendRules::refused_has_failed),
            new Rule<>("S7", "what may or may not have been taken is unknown", "SendFate.Unknown", SendRules::lost_answers_are_unknown),
            new Rule<>("S8", "a send that was decided makes no more work", "that finish ends the work", SendRules::decided_is_over),
            new Rule<>(
                    "S9",
                    "what is to be tried later stays sending, says why, and is due after the delay",
                    "SendFate.Later",
                    SendRules::later_is_due_after_the_delay),
            new Rule<>(
                    "S10",
                    "a text whose number the provider chose joins the conversation of that number",
                    "SendFate.Sent.from",
                    SendRules::joins_when_the_number_is_known),
            new Rule<>(
                    "S11",
                    "of twenty who decide about one send at once, one does",
                    "the end of the work and the status, in one transaction",
                    SendRules::twenty_decide_once));

    private static final Failure BUSY = new Failure("throttled", "20429: Too many requests");

    private SendRules() {}

    private static void is_stored_first(Scene scene) {
        DraftSample text = scene.draft().byModel();
        scene.begin(text);
        OutboundDraft d = text.draft();
        var from = d.from().map(Address::of);
        var header = new MessageHeader(
                d.id(),
                d.organization(),
                Optional.of(d.newConversation()),
                d.agent(),
                d.connection(),
                from,
                Address.of(d.to()),
                d.createdAt(),
                scene.stored(text).header().updatedAt());
        var message = new OutboundMessage(header, d.content(), MessageStatus.SENDING, true, Optional.empty(), Optional.empty());
        assertEquals(message, scene.stored(text));
    }

    private static void its_maker_holds_it(Scene scene) {
        Claim send = scene.begin(scene.draft());
        assertEquals(0, send.attempts());
        assertFalse(scene.isClaimable(send.key()), "somebody else can claim it");
        assertTrue(scene.stores().work().renew(send), "it is not held");
    }

    private static void existing_is_left_alone(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        OutboundMessage before = scene.stored(text);
        assertEquals(new Begun.Existing(), scene.stores().outbox().begin(text.saying("Something else").draft()));
        assertEquals(before, scene.stored(text));
        assertTrue(scene.stores().work().renew(send), "it is no longer held");
        finish(scene, send, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()));
        assertEquals(new Begun.Existing(), scene.stores().outbox().begin(text.draft()));
    }

    private static void twenty_begin_one(Scene scene) {
        DraftSample text = scene.draft();
        List<Begun> results = Crowd.of(20, _ -> scene.stores().outbox().begin(text.draft()));
        assertEquals(1, results.stream().filter(Begun.Sending.class::isInstance).count());
        assertEquals(19, results.stream().filter(Begun.Existing.class::isInstance).count());
    }

    private static void taken_is_sent(Scene scene) {
        DraftSample text = scene.draft();
        finish(scene, scene.begin(text), new SendFate.Sent(List.of("PM1", "PM2"), Optional.of(2), Optional.empty()));
        OutboundMessage stored = scene.stored(text);
        assertEquals(MessageStatus.SENT, stored.status());
        assertEquals(Optional.of("PM1"), stored.providerMessageId());
        assertEquals(2, stored.content().segments());
        assertEquals(text.draft().from().map(Address::of), stored.header().from());
        assertEquals(Optional.empty(), stored.failure());
    }

    private static void refused_has_failed(Scene scene) {
        DraftSample text = scene.draft();
        var failure = new Failure("recipient_invalid", "21211: The 'To' number is not a valid phone number. " + "x".repeat(500));
        finish(scene, scene.begin(text), new SendFate.Failed(failure, false));
        assertEquals(MessageStatus.FAILED, scene.stored(text).status());
        assertEquals(Optional.of(failure), scene.stored(text).failure());
        assertFalse(scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), text.draft().to().e164()));
    }

    private static void lost_answers_are_unknown(Scene scene) {
        DraftSample text = scene.draft();
        var failure = new Failure("unknown", "The connection was reset.");
        finish(scene, scene.begin(text), new SendFate.Unknown(failure));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
        assertEquals(Optional.of(failure), scene.stored(text).failure());
    }

    private static void decided_is_over(Scene scene) {
        Set<SendFate> fates = Set.of(new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()),
                new SendFate.Failed(BUSY, false), new SendFate.Unknown(BUSY));
        Set<Claim> sends = fates.stream().map(fate -> {
            Claim send = scene.begin(scene.draft());
            finish(scene, send, fate);
            return send;
        }).collect(Collectors.toSet());
        scene.pass(Duration.ofDays(1));
        sends.forEach(send -> assertFalse(scene.isClaimable(send.key()), "it is due again"));
        sends.forEach(send -> assertFalse(scene.stores().outbox().finish(send, new SendFate.Failed(BUSY, false)), "it is decided again"));
    }

    private static void later_is_due_after_the_delay(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        finish(scene, send, new SendFate.Later(Duration.ofSeconds(5), BUSY));
        assertEquals(MessageStatus.QUEUED, scene.stored(text).status());
        assertEquals(Optional.of(BUSY), scene.stored(text).failure());
        assertEquals(Optional.empty(), scene.stored(text).providerMessageId());
        scene.pass(Duration.ofSeconds(4));
        assertFalse(scene.isClaimable(send.key()), "it is due before the delay is over");
        scene.pass(Duration.ofSeconds(2));
        assertEquals(1, scene.claim(send.key()).attempts());
    }

    private static void joins_when_the_number_is_known(Scene scene) {
        DraftSample before = scene.draft();
        scene.begin(before);
        DraftSample text = scene.draft().to(before.draft().to()).fromWhatTheProviderChooses();
        Claim send = scene.begin(text);
        assertEquals(Optional.empty(), scene.stored(text).header().conversation());
        assertEquals(Optional.empty(), scene.stored(text).header().from());
        Address ours = Address.of(scene.home().ours());
        finish(scene, send, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.of(ours)));
        assertEquals(Optional.of(ours), scene.stored(text).header().from());
        assertEquals(scene.stored(before).header().conversation(), scene.stored(text).header().conversation());
    }

    private static void twenty_decide_once(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        List<Boolean> decided = Crowd.of(20,
                i -> scene.stores().outbox().finish(send, new SendFate.Sent(List.of("PM" + i), Optional.empty(), Optional.empty())));
        assertEquals(1, decided.stream().filter(Boolean::booleanValue).count());
        assertEquals(Optional.of("PM" + decided.indexOf(true)), scene.stored(text).providerMessageId());
    }

    private static void finish(Scene scene, Claim send, SendFate fate) {
        assertTrue(scene.stores().outbox().finish(send, fate), "the hand-over is not held");
    }
}
