package dev.parley.core.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.in.AgentSpec;
import dev.parley.ports.in.AgentView;
import dev.parley.ports.in.SecretChange;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.testkit.fake.FakeCustomerWebhooks;
import dev.parley.testkit.sample.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryDeskTest {

    private static final URI ELSEWHERE = URI.create("https://customer.example/elsewhere");

    private final Rig rig = new Rig();
    private final UseCases.Deliveries deliveries = rig.useCases().deliveries();

    @BeforeEach
    void the_business_wants_to_be_told() {
        rig.configure(Samples.config(InboundMode.NOTIFY));
    }

    @Test
    void a_delivery_shows_what_was_tried_and_when_it_is_tried_next() {
        rig.webhooks.willAnswer(new PostOutcome.Answered(500, "oops", Optional.empty(), Optional.empty()));
        rig.text("Hello");
        Delivery delivery = only();

        assertEquals(DeliveryStatus.PENDING, delivery.status());
        assertEquals(Optional.of(500), delivery.attempts().getFirst().statusCode());
        assertEquals("oops", delivery.attempts().getFirst().responseBody());
        assertTrue(delivery.nextAttemptAt().orElseThrow().isAfter(rig.clock.instant().plusSeconds(3)));
        assertEquals(delivery, Rig.value(deliveries.get().get(rig.tenant.id(), delivery.id())));
    }

    @Test
    void a_dead_delivery_is_replayed_under_its_name_with_a_schedule_of_its_own() {
        rig.webhooks.willAlwaysAnswer(_ -> FakeCustomerWebhooks.answered(400));
        rig.text("Hello");
        rig.pass(Duration.ofDays(5));
        Delivery dead = only();
        assertEquals(DeliveryStatus.DEAD, dead.status());
        assertEquals(10, dead.attempts().size());

        replay(dead);
        rig.pass(Duration.ofMinutes(1));
        rig.webhooks.willAlwaysAnswer(_ -> FakeCustomerWebhooks.answered(200));
        rig.pass(Duration.ofMinutes(10));
        assertEquals(DeliveryStatus.DELIVERED, only().status());
        assertEquals(13, only().attempts().size());
        assertEquals(1, rig.webhooks.posted().stream().map(p -> p.delivery().id()).distinct().count());
        assertEquals(1, rig.webhooks.posted().stream().map(p -> p.delivery().payload()).distinct().count());
    }

    @Test
    void what_was_delivered_can_be_replayed_and_is_answered_once() {
        PostOutcome reply = new PostOutcome.Answered(200, "", Optional.of("We call you."), Optional.empty());
        rig.webhooks.willAnswer(reply, reply);
        rig.text("Hello");
        replay(only());

        assertEquals(2, rig.webhooks.posted().size());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void a_replay_goes_where_the_agent_wants_to_be_told_now() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(410));
        rig.text("Hello");
        save(ELSEWHERE, true);

        assertEquals(DeliveryStatus.DELIVERED, Rig.value(deliveries.replay().replay(rig.tenant.id(), only().id())).status());
        assertEquals(ELSEWHERE, rig.webhooks.posted().getLast().delivery().url());
    }

    @Test
    void who_is_gone_is_told_again_once_its_address_is_saved_be_it_the_same() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(410));
        rig.text("Hello");
        URI url = only().url();
        Rejection refused = Rig.rejection(deliveries.replay().replay(rig.tenant.id(), only().id()));
        assertEquals("endpoint_disabled", refused.code());
        assertEquals(Kind.CONFLICT, refused.kind());
        assertTrue(agent().webhookDisabledAt().isPresent());

        save(url, false);
        assertTrue(agent().webhookDisabledAt().isPresent(), "its address was not among what was saved");
        save(url, true);
        assertEquals(Optional.empty(), agent().webhookDisabledAt());
        replay(only());
        rig.text("Hello again");
        assertEquals(3, rig.webhooks.posted().size());
    }

    @Test
    void many_are_replayed_the_oldest_first() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(410));
        rig.text("Hello");
        rig.text("Hello again");
        save(only(2).getFirst().url(), true);
        rig.pass(Duration.ofHours(1));
        rig.text("Not this one");

        var dead = new DeliveryFilter(Optional.of(DeliveryStatus.DEAD), Optional.empty(), Optional.empty());
        assertEquals(2, Rig.value(deliveries.replayAll().replay(rig.tenant.id(), dead)));
        rig.pass(Duration.ofSeconds(2));
        assertEquals(List.of(), deliveries.list().list(rig.tenant.id(), dead, PageRequest.FIRST).items());
        assertEquals(4, rig.webhooks.posted().size());
        var again = rig.webhooks.posted().subList(2, 4).stream().map(p -> p.delivery().createdAt()).toList();
        assertEquals(again.stream().sorted().toList(), again);
    }

    @Test
    void too_many_are_not_replayed_by_halves() {
        rig.webhooks.willAlwaysAnswer(_ -> FakeCustomerWebhooks.answered(400));
        for (int i = 0; i <= 1000; i++) {
            rig.text("Hello");
        }
        int before = rig.webhooks.posted().size();

        assertEquals("too_many", Rig.rejection(deliveries.replayAll().replay(rig.tenant.id(), DeliveryFilter.ALL)).code());
        assertEquals(before, rig.webhooks.posted().size());
    }

    @Test
    void anothers_delivery_is_not_there() {
        rig.text("Hello");
        var other = rig.samples.organization().id();

        assertEquals(Kind.NOT_FOUND, Rig.rejection(deliveries.get().get(other, only().id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(deliveries.replay().replay(other, only().id())).kind());
        var nothing = new DeliveryId(new UUID(0, 0));
        assertEquals(Kind.NOT_FOUND, Rig.rejection(deliveries.replay().replay(rig.tenant.id(), nothing)).kind());
    }

    private void replay(Delivery delivery) {
        Rig.value(deliveries.replay().replay(rig.tenant.id(), delivery.id()));
    }

    private void save(URI url, boolean savesUrl) {
        AgentView view = agent();
        MessagingConfig c = view.agent().config();
        var config = new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                Optional.of(url),
                c.fromNumber(),
                c.model(),
                c.limits(),
                c.manners(),
                c.events());
        var spec = new AgentSpec(
                view.agent().name(),
                view.agent().status(),
                view.agent().connection(),
                config,
                view.agent().defaultVariables(),
                new SecretChange.Keep(),
                savesUrl);
        Rig.value(rig.useCases().agents().update().update(rig.tenant.id(), view.agent().id(), spec, view.agent().version()));
    }

    private AgentView agent() {
        return Rig.value(rig.useCases().agents().get().get(rig.tenant.id(), rig.tenant.agent().id()));
    }

    private Delivery only() {
        return only(1).getFirst();
    }

    private List<Delivery> only(int count) {
        List<Delivery> all = deliveries.list().list(rig.tenant.id(), DeliveryFilter.ALL, PageRequest.FIRST).items();
        assertEquals(count, all.size());
        return all;
    }
}
