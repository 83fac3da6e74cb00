package dev.parley.core.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work that harms whoever does it is given up after five times, and what comes after it goes on. */
class PoisonTest {

    private static final Duration ALL_TRIES = Duration.ofMinutes(4);
    private static final int FAULTS = 5;

    @Test
    void a_text_that_overflows_the_stack_is_explained_and_the_next_one_is_answered() {
        Rig rig = new Rig();
        rig.models.alwaysAnswer(_ -> {
            throw new StackOverflowError();
        });
        rig.text("poison");
        rig.pass(ALL_TRIES);

        assertEquals(FAULTS, rig.models.asked().size());
        assertEquals(Optional.of(HandledAs.FAILED), rig.inbound().getFirst().handledAs());
        assertEquals(ConversationState.AI, state(rig));
        rig.models.alwaysAnswer(_ -> FakeModels.answer("Hello!"));
        rig.text("Hello?");
        rig.pass(Duration.ofMinutes(1));
        assertEquals(Optional.of(HandledAs.REPLIED), rig.inbound().getLast().handledAs());
    }

    @Test
    void a_text_that_is_no_poison_after_all_is_answered() {
        Rig rig = new Rig();
        var left = new AtomicInteger(FAULTS - 1);
        rig.models.alwaysAnswer(_ -> {
            if (left.getAndDecrement() > 0) {
                throw new OutOfMemoryError("for once");
            }
            return FakeModels.answer("Hello!");
        });
        rig.text("Hello?");
        rig.pass(ALL_TRIES);

        assertEquals(Optional.of(HandledAs.REPLIED), rig.inbound().getFirst().handledAs());
    }

    @Test
    void other_conversations_go_on_meanwhile() {
        Rig rig = new Rig();
        rig.models.willAnswerOnce(_ -> {
            throw new StackOverflowError();
        });
        rig.text("poison");
        rig.pass(Duration.ofSeconds(3));
        rig.receive(FakeWebhook.text("other", "+14155551234", rig.tenant.ours().e164(), "Hello?"));
        rig.pass(Duration.ofSeconds(4));

        assertEquals(2, rig.inbound().stream().filter(m -> m.handledAs().equals(Optional.of(HandledAs.REPLIED))).count());
    }

    @Test
    void a_text_outlives_many_kills_of_the_process() throws InterruptedException {
        Rig rig = new Rig();
        killWhileItIsAnswered(rig, Claim.MOST_STRIKES - 1);
        rig.restart();
        rig.pass(Duration.ofMinutes(1));

        assertEquals(Optional.of(HandledAs.REPLIED), rig.inbound().getFirst().handledAs());
    }

    @Test
    void a_text_that_kills_every_process_is_explained_in_the_end() throws InterruptedException {
        Rig rig = new Rig();
        killWhileItIsAnswered(rig, Claim.MOST_STRIKES);
        rig.restart();
        rig.pass(Duration.ofMinutes(1));

        assertEquals(List.of(), rig.models.asked());
        assertEquals(Optional.of(HandledAs.FAILED), rig.inbound().getFirst().handledAs());
    }

    @Test
    void a_send_in_whose_middle_the_stack_overflows_is_never_made_again() {
        Rig rig = new Rig();
        rig.provider().alwaysAnswer(_ -> {
            throw new StackOverflowError();
        });
        rig.text("Hello?");
        rig.pass(Duration.ofHours(1));

        assertEquals(1, rig.provider().sent().size());
        assertEquals(MessageStatus.UNKNOWN, rig.outbound().getFirst().status());
    }

    @Test
    void a_send_that_surely_did_not_go_fails_when_it_is_given_up() {
        Rig rig = new Rig(intact -> new PoisonedOutbox(intact, new AtomicInteger(FAULTS)));
        rig.provider().willAnswer(new SendOutcome.Unavailable("connection refused"));
        rig.text("Hello?");
        rig.pass(Duration.ofHours(1));

        assertEquals(1, rig.provider().sent().size());
        assertEquals(MessageStatus.FAILED, rig.outbound().getFirst().status());
        assertEquals(Optional.of("internal_error"), rig.outbound().getFirst().failure().map(Failure::code));
    }

    @Test
    void a_delivery_is_dead_and_can_be_replayed() {
        Rig rig = new Rig();
        rig.configure(Samples.config(InboundMode.NOTIFY));
        rig.webhooks.willAlwaysAnswer(_ -> {
            throw new IllegalStateException("poison");
        });
        rig.text("Hello");
        rig.pass(ALL_TRIES);

        Delivery dead = rig.stores.deliveries().list(rig.tenant.id(), DeliveryFilter.ALL, PageRequest.FIRST).items().getFirst();
        assertEquals(FAULTS, rig.webhooks.posted().size());
        assertEquals(DeliveryStatus.DEAD, dead.status());
        assertEquals(Optional.of("internal error"), dead.attempts().getLast().error());
    }

    @Test
    void parts_that_cannot_be_joined_are_shown_as_they_came() {
        Rig rig = Rig.withLongTexts(intact -> new PoisonedParts(intact, new AtomicInteger(FAULTS)));
        rig.receive(FakeWebhook.text("p1", rig.contact.e164(), rig.tenant.ours().e164(), "one ").part("7", 1, 2));
        rig.receive(FakeWebhook.text("p2", rig.contact.e164(), rig.tenant.ours().e164(), "two").part("7", 2, 2));
        rig.pass(ALL_TRIES);

        List<QuarantinedText> held = rig.stores.quarantine().list(rig.tenant.id(), PageRequest.FIRST).items();
        assertEquals(List.of("not_joined", "not_joined"), held.stream().map(QuarantinedText::reason).toList());
        assertTrue(held.stream().map(QuarantinedText::body).toList().containsAll(List.of("one ", "two")));
        assertEquals(List.of(), rig.inbound());
        assertEquals(List.of(), rig.stores.work().claimDue(WorkKind.JOIN, 10));
    }

    /** As a process that dies does: claims the work, and is never heard of again. */
    private static void killWhileItIsAnswered(Rig rig, int times) throws InterruptedException {
        rig.stop();
        rig.text("Hello?");
        rig.clock.passTime(Duration.ofMinutes(1));
        for (int i = 0; i < times; i++) {
            assertEquals(1, rig.stores.work().claimDue(WorkKind.REPLY, 10).size());
            rig.clock.passTime(Claim.LEASE);
        }
    }

    private static ConversationState state(Rig rig) {
        var all = new ConversationFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return rig.stores.conversations().list(rig.tenant.id(), all, PageRequest.FIRST).items().getFirst().state();
    }

    /** Throws whenever a send is taken up again, so many times. */
    private record PoisonedOutbox(Outbox intact, AtomicInteger left) implements Outbox {

        @Override
        public Begun begin(OutboundDraft draft) {
            return intact.begin(draft);
        }

        @Override
        public Resumed resume(Claim claim) {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("poison");
            }
            return intact.resume(claim);
        }

        @Override
        public Leave mayLeave(Claim claim) {
            return intact.mayLeave(claim);
        }

        @Override
        public boolean finish(Claim claim, SendFate fate) {
            return intact.finish(claim, fate);
        }

        @Override
        public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
            intact.report(organization, connection, report);
        }
    }

    /** Throws whenever parts are gathered, so many times. */
    private record PoisonedParts(LongTexts intact, AtomicInteger left) implements LongTexts {

        @Override
        public Acceptance add(TextPart part) {
            return intact.add(part);
        }

        @Override
        public Optional<LongText> gather(Claim claim) {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("poison");
            }
            return intact.gather(claim);
        }

        @Override
        public boolean finish(Claim claim) {
            return intact.finish(claim);
        }
    }
}
