package dev.parley.core.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.notify.CustomerEvent.MessageReceived;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.spi.OutboundText;
import dev.parley.testkit.fake.FakeCustomerWebhooks;
import dev.parley.testkit.fake.FakeCustomerWebhooks.Posted;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyLaneTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void the_business_wants_to_be_told() {
        rig.configure(Samples.config(InboundMode.NOTIFY));
    }

    @Test
    void the_business_is_told_at_once_and_no_model_is_asked() {
        rig.text("Hello");

        var told = (MessageReceived) rig.webhooks.rendered().getFirst();
        assertEquals("Hello", told.body());
        assertEquals(rig.contact.e164(), told.fromNumber());
        assertEquals(rig.tenant.ours().e164(), told.toNumber());
        assertEquals("in-1", told.messageSid());
        assertEquals(rig.tenant.agent().id(), told.agentId());
        assertEquals(Optional.of(HandledAs.NOTIFIED), rig.inbound().getFirst().handledAs());
        assertEquals(List.of(), rig.models.asked());
    }

    @Test
    void it_is_signed_with_the_agents_secret() {
        rig.text("Hello");

        assertEquals(List.of(rig.tenant.agent().webhookSecret().current()), rig.webhooks.posted().getFirst().secrets());
    }

    @Test
    void what_the_business_answers_is_sent_to_the_contact() {
        rig.webhooks.willAnswer(replying("We call you."));
        rig.text("Hello");

        OutboundText sent = rig.provider().sent().getFirst();
        assertEquals("We call you.", sent.body());
        assertEquals(rig.contact, sent.to());
        assertEquals(Optional.of(rig.tenant.ours()), sent.from());
    }

    @Test
    void an_empty_or_overlong_answer_is_not_sent() {
        rig.webhooks.willAnswer(replying("  "), replying("x".repeat(1601)));
        rig.text("Hello");
        rig.text("Hello");

        assertEquals(List.of(), rig.provider().sent());
    }

    @Test
    void a_business_that_is_away_is_told_later_under_the_same_id() {
        rig.webhooks.willAnswer(new PostOutcome.Failed("connection refused"), FakeCustomerWebhooks.answered(500));
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(10));

        assertEquals(3, rig.webhooks.posted().size());
        assertEquals(1, rig.webhooks.posted().stream().map(p -> p.delivery().id()).distinct().count());
    }

    @Test
    void a_business_that_wants_to_be_left_alone_longer_is() {
        rig.webhooks.willAnswer(new PostOutcome.Answered(503, "", Optional.empty(), Optional.of(Duration.ofHours(1))));
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(59));
        assertEquals(1, rig.webhooks.posted().size());
        rig.pass(Duration.ofMinutes(2));
        assertEquals(2, rig.webhooks.posted().size());
    }

    @Test
    void nobody_can_put_a_delivery_off_for_ever() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        rig.webhooks.willAnswer(new PostOutcome.Answered(503, "", Optional.empty(), Optional.of(forEver)));
        rig.text("Hello");
        rig.pass(Duration.ofHours(25));

        assertEquals(2, rig.webhooks.posted().size());
    }

    @Test
    void an_endpoint_that_is_gone_is_not_called_again() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(410));
        rig.text("Hello");
        rig.pass(Duration.ofDays(5));

        assertEquals(1, rig.webhooks.posted().size());
    }

    @Test
    void after_ten_tries_in_three_days_it_is_given_up() {
        for (int i = 0; i < 20; i++) {
            rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(500));
        }
        rig.text("Hello");
        rig.pass(Duration.ofDays(6));

        List<Posted> posted = rig.webhooks.posted();
        assertEquals(10, posted.size());
        Duration all = Duration.between(posted.getFirst().at(), posted.getLast().at());
        assertTrue(all.compareTo(Duration.ofHours(60)) > 0 && all.compareTo(Duration.ofHours(91)) < 0, all.toString());
    }

    @Test
    void a_stop_still_reaches_the_business_and_binds() {
        rig.webhooks.willAnswer(replying("Sorry to see you go"));
        rig.text("STOP");

        assertTrue(((MessageReceived) rig.webhooks.rendered().getFirst()).optOut());
        assertEquals(List.of(), rig.provider().sent());
    }

    @Test
    void a_delivery_that_was_due_when_the_process_died_is_made_by_the_next() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(500));
        rig.text("Hello");
        rig.restart();
        rig.pass(Duration.ofMinutes(1));

        assertEquals(2, rig.webhooks.posted().size());
    }

    private static PostOutcome replying(String text) {
        return new PostOutcome.Answered(200, "", Optional.of(text), Optional.empty());
    }
}
