package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.Core;
import dev.parley.core.world.World;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Tasks;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeSimulatedPhone;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.fake.ManualTasks;
import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.memory.InMemoryStores;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import dev.parley.testkit.store.Stores;
import dev.parley.webhook.AddressPolicy;
import dev.parley.webhook.Cidr;
import dev.parley.webhook.HttpCustomerWebhooks;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A customer's server is away for three days of virtual time, and hears of every text once it is back: over real sockets, and with
 * signatures that the official library of Standard Webhooks believes.
 */
class AwayForThreeDaysTest {

    private static final Duration AWAY = Duration.ofDays(3);
    private static final Duration BETWEEN_TEXTS = Duration.ofMinutes(20);
    private static final int CONTACTS = 40;

    /** The official library goes by the time of the machine: it is now when the server is back. */
    private final MutableClock clock = new MutableClock(Instant.now().minus(AWAY).minus(Duration.ofMinutes(2)));
    private final ManualTasks later = new ManualTasks(clock);
    private final SequentialIds ids = new SequentialIds();
    private final Samples samples = new Samples(ids, clock);
    private final Tenant tenant = samples.tenant();
    private final Stores stores = InMemoryStores.empty(clock);
    private final Core core = new Core(world());
    private final WebhookSink sink;
    private int texts;

    AwayForThreeDaysTest() throws IOException {
        sink = WebhookSink.open(tenant.agent().webhookSecret().current());
    }

    @BeforeEach
    void the_business_wants_to_be_told() {
        stores.insert(tenant);
        stores.agents().update(notified(tenant.agent(), sink.url()));
        core.start();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void every_text_is_told_once_the_server_is_back_and_meanwhile_it_is_spared() {
        sink.goAway();
        Instant gone = clock.instant();
        for (Instant end = gone.plus(AWAY); clock.instant().isBefore(end);) {
            text(texts % CONTACTS);
            later.advance(BETWEEN_TEXTS);
        }
        List<WebhookSink.Call> inVain = sink.calls();
        sink.comeBack();
        later.advance(Duration.ofMinutes(4));

        assertSpared(inVain);
        assertAllTold(sink.calls().subList(inVain.size(), sink.calls().size()));
    }

    private static void assertSpared(List<WebhookSink.Call> calls) {
        assertTrue(calls.size() > 100, () -> "called only " + calls.size() + " times");
        List<Instant> times = calls.stream().map(WebhookSink.Call::at).sorted().toList();
        // The first five find out that it is away, and the sixth follows the first pause, which is shorter.
        for (int i = 7; i < times.size(); i++) {
            assertTrue(Duration.between(times.get(i - 1), times.get(i)).toSeconds() >= 59, times.get(i - 1) + " and " + times.get(i));
        }
    }

    private void assertAllTold(List<WebhookSink.Call> calls) {
        List<Delivery> all = deliveries();
        assertEquals(texts, all.size());
        assertTrue(all.stream().allMatch(d -> d.status() == DeliveryStatus.DELIVERED), all::toString);
        assertTrue(all.stream().allMatch(d -> d.attempts().size() <= 10), "more than ten tries");
        assertEquals(List.of(), sink.calls().stream().flatMap(call -> call.doubt().stream()).toList());
        assertEquals(all.stream().map(d -> d.id().toString()).collect(Collectors.toSet()), ids(calls));
        Map<String, String> messageOf = new HashMap<>();
        for (WebhookSink.Call call : sink.calls()) {
            assertEquals(messageOf.computeIfAbsent(call.id(), _ -> call.messageId()), call.messageId());
        }
        assertEquals(texts, new HashSet<>(messageOf.values()).size());
        // The first is the one that found the server back: it may come before an earlier one that was tried already.
        calls.stream()
                .skip(1)
                .collect(Collectors.groupingBy(WebhookSink.Call::contact))
                .values()
                .forEach(AwayForThreeDaysTest::assertInOrder);
    }

    private static void assertInOrder(List<WebhookSink.Call> calls) {
        List<Instant> received = calls.stream().map(WebhookSink.Call::receivedAt).toList();
        assertTrue(received.size() > 1);
        assertEquals(received.stream().sorted().toList(), received);
    }

    private static Set<String> ids(List<WebhookSink.Call> calls) {
        return calls.stream().map(WebhookSink.Call::id).collect(Collectors.toSet());
    }

    private List<Delivery> deliveries() {
        var all = new ArrayList<Delivery>();
        Optional<PageRequest> next = Optional.of(PageRequest.FIRST);
        while (next.isPresent()) {
            var page = core.useCases().deliveries().list().list(tenant.id(), DeliveryFilter.ALL, next.get());
            all.addAll(page.items());
            next = page.next().map(cursor -> new PageRequest(PageRequest.MAX, Optional.of(cursor)));
        }
        return all;
    }

    private void text(int contact) {
        var webhook = FakeWebhook.text("t-" + ++texts, "+1415555" + (1000 + contact), tenant.ours().e164(), "Grüße " + texts + " 👋");
        var hit = new WebhookHit(FakeProviders.NAME, Optional.of(tenant.connection().id()), webhook.signedBy(Samples.WEBHOOK_SECRET));
        core.useCases().carriers().receive().receive(hit);
    }

    private World world() {
        var policy = new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8").orElseThrow()));
        return new World(
                new World.Setup(stores.organizations(), stores.apiKeys(), stores.connections(), stores.numbers(), stores.agents()),
                new World.Traffic(
                        stores.directory(),
                        stores.inbox(),
                        stores.longTexts(),
                        stores.replies(),
                        stores.outbox(),
                        stores.schedule(),
                        stores.pacing(),
                        stores.deliveries(),
                        stores.endpoints(),
                        stores.work(),
                        stores.messages(),
                        stores.conversations(),
                        stores.suppressions(),
                        stores.quarantine(),
                        stores.signatureFailures(),
                        stores.lostSends(),
                        stores.missedTexts()),
                new World.Peers(
                        new FakeProviders(),
                        new FakeModels(),
                        new HttpCustomerWebhooks(policy, "1.2.3"),
                        new FakeSimulatedPhone(FakeProviders.NAME)),
                new World.Nature(clock, ids, new Random(42), new AtOnce(later), URI.create("https://parley.example")));
    }

    private static Agent notified(Agent a, URI url) {
        MessagingConfig c = Samples.config(InboundMode.NOTIFY);
        var config = new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                Optional.of(url),
                c.fromNumber(),
                c.model(),
                c.limits(),
                c.manners(),
                c.events());
        return new Agent(
                a.id(),
                a.organization(),
                a.name(),
                a.status(),
                a.connection(),
                config,
                a.defaultVariables(),
                a.webhookSecret(),
                a.version(),
                a.createdAt(),
                a.updatedAt());
    }

    /** Runs at once what is to be run at once. */
    private record AtOnce(ManualTasks later) implements Tasks {
        @Override
        public void run(Runnable task) {
            task.run();
        }

        @Override
        public void runAfter(Duration delay, Runnable task) {
            later.runAfter(delay, task);
        }
    }
}
