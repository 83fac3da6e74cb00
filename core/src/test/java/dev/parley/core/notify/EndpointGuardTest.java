package dev.parley.core.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.Core;
import dev.parley.core.rig.Rig;
import dev.parley.core.world.World;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.out.Deliveries;
import dev.parley.testkit.fake.FakeCustomerWebhooks;
import dev.parley.testkit.fake.FakeCustomerWebhooks.Posted;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointGuardTest {

    private static final PostOutcome OK = FakeCustomerWebhooks.answered(200);
    private static final PostOutcome DOWN = new PostOutcome.Failed("connection refused");

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Rig rig = new Rig();
    private int texts;

    @BeforeEach
    void the_business_wants_to_be_told() {
        rig.configure(Samples.config(InboundMode.NOTIFY));
    }

    @Test
    void who_fails_five_times_in_a_row_is_tried_once_a_minute() {
        rig.webhooks.willAlwaysAnswer(_ -> DOWN);
        texts(30);
        assertEquals(5, rig.webhooks.posted().size());

        rig.pass(Duration.ofHours(2));
        List<Instant> tried = rig.webhooks.posted().stream().skip(5).map(Posted::at).toList();
        assertTrue(tried.size() > 30, () -> tried.size() + " tries in two hours");
        for (int i = 1; i < tried.size(); i++) {
            assertTrue(!tried.get(i).isBefore(tried.get(i - 1).plus(PAUSE)), tried.get(i - 1) + " and " + tried.get(i));
        }
    }

    @Test
    void waiting_uses_up_no_tries() {
        rig.webhooks.willAlwaysAnswer(_ -> DOWN);
        texts(50);
        rig.pass(Duration.ofDays(3));

        assertEquals(50, all(DeliveryStatus.PENDING).size());
        assertTrue(all(DeliveryStatus.PENDING).stream().allMatch(d -> d.attempts().size() < 10));
    }

    @Test
    void whoever_is_back_gets_what_waited_each_conversation_in_order_and_not_all_at_once() {
        rig.webhooks.willAlwaysAnswer(_ -> DOWN);
        for (int i = 0; i < 45; i++) {
            text(contact(i % 10));
            text(contact(i % 10));
            rig.pass(Duration.ofSeconds(1));
        }
        rig.pass(Duration.ofHours(5));
        int before = rig.webhooks.posted().size();
        rig.webhooks.willAlwaysAnswer(_ -> OK);
        rig.pass(Duration.ofMinutes(2));

        List<Posted> after = rig.webhooks.posted().stream().skip(before).toList();
        assertEquals(90, all(DeliveryStatus.DELIVERED).size());
        assertEquals(90, after.size());
        assertTrue(after.stream().map(p -> p.at().getEpochSecond()).distinct().count() >= 3, "all at once");
        // The first is the one that found the server back: it may come before an earlier one that was tried already.
        for (int i = 0; i < 10; i++) {
            assertInOrder(after.subList(1, after.size()), contact(i));
        }
    }

    @Test
    void whoever_is_back_while_one_is_about_to_wait_does_not_keep_that_one_waiting() {
        var comesBack = new AtomicBoolean();
        World world = withTurns(() -> {
            if (comesBack.getAndSet(false)) {
                all(DeliveryStatus.PENDING).stream().map(Delivery::endpoint).findFirst().ifPresent(rig.stores.endpoints()::recovered);
            }
        });
        rig.webhooks.willAlwaysAnswer(_ -> DOWN);
        texts(6);
        rig.webhooks.willAlwaysAnswer(_ -> OK);
        comesBack.set(true);
        Core other = new Core(world);
        other.start();
        rig.pass(Duration.ofSeconds(30));
        assertEquals(List.of(), all(DeliveryStatus.PENDING), "nobody looked again");
    }

    /** The same world, in which something happens after each look at a delivery. */
    private World withTurns(Runnable afterwards) {
        World w = rig.world();
        World.Traffic t = w.traffic();
        InvocationHandler watched = (_, method, arguments) -> {
            Object result = method.invoke(t.deliveries(), arguments);
            if (method.getName().equals("turn")) {
                afterwards.run();
            }
            return result;
        };
        var deliveries = (Deliveries) Proxy.newProxyInstance(Deliveries.class.getClassLoader(), new Class<?>[] {Deliveries.class}, watched);
        var traffic = new World.Traffic(
                t.directory(),
                t.inbox(),
                t.longTexts(),
                t.replies(),
                t.outbox(),
                t.schedule(),
                t.pacing(),
                deliveries,
                t.endpoints(),
                t.work(),
                t.messages(),
                t.conversations(),
                t.suppressions(),
                t.quarantine(),
                t.signatureFailures(),
                t.lostSends(),
                t.missedTexts());
        return new World(w.setup(), traffic, w.peers(), w.nature(), w.refuge());
    }

    @Test
    void who_refuses_one_delivery_is_still_told_the_others() {
        rig.webhooks.willAlwaysAnswer(_ -> FakeCustomerWebhooks.answered(400));
        texts(20);

        assertEquals(20, rig.webhooks.posted().size());
    }

    @Test
    void who_wants_to_be_left_alone_is_left_alone_by_all() {
        rig.webhooks.willAnswer(new PostOutcome.Answered(429, "", Optional.empty(), Optional.of(Duration.ofMinutes(10))));
        texts(3);
        rig.pass(Duration.ofMinutes(9));
        assertEquals(1, rig.webhooks.posted().size());

        rig.pass(Duration.ofMinutes(5));
        assertEquals(3, all(DeliveryStatus.DELIVERED).size());
    }

    @Test
    void a_text_waits_while_an_earlier_one_of_its_conversation_is_being_told() {
        rig.webhooks.willAnswerOnce(_ -> {
            text(contact(0));
            assertEquals(1, rig.webhooks.posted().size());
            text(contact(1));
            assertEquals(2, rig.webhooks.posted().size());
            return OK;
        });
        text(contact(0));
        rig.pass(Duration.ofSeconds(1));

        assertEquals(3, all(DeliveryStatus.DELIVERED).size());
        assertInOrder(rig.webhooks.posted(), contact(0));
    }

    @Test
    void a_text_does_not_wait_for_an_earlier_one_that_is_tried_again_later() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(500));
        text(contact(0));
        text(contact(0));

        assertEquals(1, all(DeliveryStatus.DELIVERED).size());
        assertEquals(1, all(DeliveryStatus.PENDING).size());
    }

    @Test
    void at_most_four_calls_to_one_server_go_on_at_once() {
        var most = new ArrayList<Integer>();
        nest(0, most);
        rig.pass(Duration.ofSeconds(5));

        assertEquals(4, most.getFirst());
        assertEquals(6, all(DeliveryStatus.DELIVERED).size());
    }

    @Test
    void who_is_gone_is_not_told_the_rest_and_people_see_why() {
        rig.webhooks.willAnswer(FakeCustomerWebhooks.answered(410));
        texts(2);

        assertEquals(1, rig.webhooks.posted().size());
        List<Delivery> dead = all(DeliveryStatus.DEAD);
        assertEquals(2, dead.size());
        assertTrue(dead.getFirst().attempts().getFirst().error().orElseThrow().contains("410"));
    }

    @Test
    void what_has_waited_for_five_days_is_given_up() {
        var endpoint = new Endpoint(rig.tenant.id(), Samples.config(InboundMode.NOTIFY).inboundWebhookUrl().orElseThrow());
        rig.stores.endpoints().failed(endpoint, 1, Duration.ofDays(30));
        texts(3);
        rig.pass(Duration.ofDays(4));
        assertEquals(3, all(DeliveryStatus.PENDING).size());

        rig.pass(Duration.ofDays(2));
        assertEquals(List.of(), rig.webhooks.posted());
        assertEquals(Optional.of("endpoint does not answer"), all(DeliveryStatus.DEAD).getFirst().attempts().getFirst().error());
    }

    /** Each call of a server makes the next one, until they are more than may go on. */
    private void nest(int depth, List<Integer> most) {
        if (depth < 6) {
            rig.webhooks.willAnswerOnce(_ -> {
                int before = rig.webhooks.posted().size();
                nest(depth + 1, most);
                if (rig.webhooks.posted().size() == before) {
                    most.add(before);
                }
                return OK;
            });
            text(contact(depth));
        }
    }

    private void assertInOrder(List<Posted> posted, PhoneNumber contact) {
        List<Instant> made = posted.stream()
                .map(Posted::delivery)
                .filter(d -> rig.message(d.about()).header().from().orElseThrow().value().equals(contact.e164()))
                .map(Delivery::createdAt)
                .toList();
        assertTrue(made.size() > 1);
        assertEquals(made.stream().sorted().toList(), made);
    }

    private void texts(int count) {
        IntStream.range(0, count).forEach(i -> text(contact(i)));
    }

    private void text(PhoneNumber contact) {
        rig.receive(FakeWebhook.text("t-" + ++texts, contact.e164(), rig.tenant.ours().e164(), "Hello"));
    }

    private static PhoneNumber contact(int i) {
        return new PhoneNumber("+1415555" + (1000 + i));
    }

    private List<Delivery> all(DeliveryStatus status) {
        var filter = new DeliveryFilter(Optional.of(status), Optional.empty(), Optional.empty());
        return rig.stores.deliveries().list(rig.tenant.id(), filter, PageRequest.FIRST).items();
    }
}
