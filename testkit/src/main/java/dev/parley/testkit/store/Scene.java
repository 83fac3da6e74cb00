package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a rule works on: empty stores but for one tenant, and steps that rules have in common. For one rule. */
final class Scene {

    /** A text that waits for a reply which is due at once. */
    static final Intake AT_ONCE = new Intake.AwaitReply(Duration.ZERO);

    /** As many turns as there may be. */
    static final int ALL = 1000;

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final StoresUnderTest under;
    private final SequentialIds ids = new SequentialIds();
    private final Samples samples;
    private final Tenant home;

    Scene(StoresUnderTest under) {
        this.under = under;
        samples = new Samples(ids, under.clock());
        home = tenant();
    }

    Stores stores() {
        return under.stores();
    }

    Samples samples() {
        return samples;
    }

    SequentialIds ids() {
        return ids;
    }

    /** What a new message could be called. */
    MessageId message() {
        return new MessageId(ids.next());
    }

    /** The business that most rules are about. */
    Tenant home() {
        return home;
    }

    /** One more business, stored. */
    Tenant tenant() {
        Tenant tenant = samples.tenant();
        stores().insert(tenant);
        return tenant;
    }

    Instant now() {
        return samples.now();
    }

    void pass(Duration time) {
        under.passTime().accept(time);
    }

    /** A text to the home's number that is to be answered at once. No two texts of a scene come at the same time. */
    ArrivalSample text() {
        return text(home);
    }

    ArrivalSample text(Tenant tenant) {
        pass(MOMENT);
        return samples.arrival(tenant).to(AT_ONCE);
    }

    /** A text of the home's agent. */
    DraftSample draft() {
        return draft(home);
    }

    DraftSample draft(Tenant tenant) {
        pass(MOMENT);
        return samples.draft(tenant);
    }

    /** Takes a text in that makes work, and names its lane. */
    WorkKey receive(ArrivalSample text) {
        var stored = assertInstanceOf(Acceptance.Stored.class, stores().inbox().accept(text.arrival()));
        return stored.work().orElseThrow(() -> new AssertionError("the text made no work")).key();
    }

    /** Claims work that has to be claimable. */
    Claim claim(WorkKey key) {
        return stores().work().claim(key).orElseThrow(() -> new AssertionError("the work cannot be claimed: " + key.kind()));
    }

    boolean isClaimable(WorkKey key) {
        return stores().work().claim(key).isPresent();
    }

    /** Takes a text in and claims its lane. */
    Claim lane(ArrivalSample text) {
        return claim(receive(text));
    }

    /** Lets the lease of a claim end, and claims the work anew. */
    Claim takeOver(Claim claim) {
        pass(Claim.LEASE.plusSeconds(1));
        return claim(claim.key());
    }

    ReplyWindow window(Claim lane) {
        return stores().replies().window(lane, ALL).orElseThrow(() -> new AssertionError("the lane is not held"));
    }

    /** An answer to everything that waits in a lane, made from what the lane shows now. */
    ReplyDraft answer(Claim lane, DraftSample text) {
        ReplyWindow window = window(lane);
        List<MessageId> answered = window.unanswered().stream().map(InboundMessage::id).toList();
        return new ReplyDraft(
                text.to(window.conversation().contact().phoneNumber().orElseThrow()).draft(),
                answered,
                window.inboundCount());
    }

    /** Commits an answer that has to be taken, and holds its hand-over. */
    Claim commit(Claim lane, ReplyDraft answer) {
        return assertInstanceOf(ReplyCommit.Sending.class, stores().replies().commit(lane, answer)).send();
    }

    /** Begins a send that has to be taken, and holds its hand-over. */
    Claim begin(DraftSample text) {
        return assertInstanceOf(Begun.Sending.class, stores().outbox().begin(text.draft())).send();
    }

    /** A delivery about a text of the home's, not stored yet. */
    Delivery delivery(ArrivalSample text) {
        return samples.delivery(home, text.arrival().id());
    }

    /** Takes a text in, opens a delivery about it, and holds that. */
    Claim open(ArrivalSample text) {
        return stores().deliveries().open(lane(text), List.of(delivery(text))).claims().getFirst();
    }

    /** An attempt that the customer's server refused. */
    DeliveryAttempt attempt() {
        return new DeliveryAttempt(now(), Optional.of(500), Optional.of("The server answered 500."), "oops");
    }

    InboundMessage stored(ArrivalSample text) {
        return assertInstanceOf(InboundMessage.class,
                stores().messages()
                        .find(text.arrival().number().organization(), text.arrival().id())
                        .orElseThrow(() -> new AssertionError("the text is not there")));
    }

    OutboundMessage stored(DraftSample text) {
        return assertInstanceOf(OutboundMessage.class,
                stores().messages()
                        .find(text.draft().organization(), text.draft().id())
                        .orElseThrow(() -> new AssertionError("the text is not there")));
    }

    Conversation conversation(WorkKey lane) {
        return stores().conversations()
                .find(lane.organization(), new ConversationId(lane.subject()))
                .orElseThrow(() -> new AssertionError("the conversation is not there"));
    }
}
