package dev.parley.core.rig;

import dev.parley.core.Core;
import dev.parley.core.world.World;
import dev.parley.ports.MessageId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageFilter;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.testkit.fake.FakeCustomerWebhooks;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeProvider;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** All of core over stores in memory, with one business that can be texted and a clock that the test moves. */
public final class Rig {

    public final MutableClock clock = new MutableClock();
    public final SequentialIds ids = new SequentialIds();
    private ManualTasks later = new ManualTasks(clock);
    public final Stores stores = InMemoryStores.empty(clock);
    public final FakeProviders providers = new FakeProviders();
    public final FakeModels models = new FakeModels();
    public final FakeCustomerWebhooks webhooks = new FakeCustomerWebhooks();
    public final FakeSimulatedPhone phone = new FakeSimulatedPhone(FakeProviders.NAME);
    public final Samples samples = new Samples(ids, clock);
    public final Tenant tenant = samples.tenant();
    public final PhoneNumber contact = samples.contact();
    private final Outbox outbox;
    private final LongTexts longTexts;
    private Core core;
    private int texts;

    public Rig() {
        this(UnaryOperator.identity());
    }

    /** With something between core and its outbox. */
    public Rig(UnaryOperator<Outbox> between) {
        this(between, UnaryOperator.identity());
    }

    private Rig(UnaryOperator<Outbox> beforeOutbox, UnaryOperator<LongTexts> beforeLongTexts) {
        outbox = beforeOutbox.apply(stores.outbox());
        longTexts = beforeLongTexts.apply(stores.longTexts());
        core = new Core(world());
        stores.insert(tenant);
        core.start();
    }

    /** With something between core and the texts that come in parts. */
    public static Rig withLongTexts(UnaryOperator<LongTexts> between) {
        return new Rig(UnaryOperator.identity(), between);
    }

    public World world() {
        return new World(
                new World.Setup(stores.organizations(), stores.apiKeys(), stores.connections(), stores.numbers(), stores.agents()),
                new World.Traffic(
                        stores.directory(),
                        stores.inbox(),
                        longTexts,
                        stores.replies(),
                        outbox,
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
                new World.Peers(providers, models, webhooks, phone),
                new World.Nature(clock, ids, new Random(42), new InlineTasks(later), URI.create("https://parley.example")));
    }

    public UseCases useCases() {
        return core.useCases();
    }

    /** The process dies and another one starts; only what was stored is left. */
    public void restart() {
        later = new ManualTasks(clock);
        core = new Core(world());
        core.start();
    }

    public boolean stop() throws InterruptedException {
        return core.stop(Duration.ofMillis(50));
    }

    public FakeProvider provider() {
        return providers.open(tenant.connection());
    }

    /** The agent is from now on as {@code config} says. */
    public void configure(MessagingConfig config) {
        Agent a = stores.agents().find(tenant.id(), tenant.agent().id()).orElseThrow();
        stores.agents()
                .update(new Agent(
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
                        a.updatedAt()));
    }

    /** The contact texts our number. */
    public WebhookAnswer text(String body) {
        return receive(FakeWebhook.text("in-" + ++texts, contact.e164(), tenant.ours().e164(), body));
    }

    public WebhookAnswer receive(FakeWebhook webhook) {
        return value(useCases().carriers().receive().receive(hit(webhook)));
    }

    public WebhookHit hit(FakeWebhook webhook) {
        return new WebhookHit(FakeProviders.NAME, Optional.of(tenant.connection().id()), webhook.signedBy(Samples.WEBHOOK_SECRET));
    }

    /** Lets time pass, and everything happen that is due meanwhile. */
    public void pass(Duration time) {
        later.advance(time);
    }

    public List<InboundMessage> inbound() {
        return messages().stream().filter(InboundMessage.class::isInstance).map(InboundMessage.class::cast).toList();
    }

    public List<OutboundMessage> outbound() {
        return messages().stream().filter(OutboundMessage.class::isInstance).map(OutboundMessage.class::cast).toList();
    }

    /** The one message of that id. */
    public Message message(MessageId id) {
        return stores.messages().find(tenant.id(), id).orElseThrow();
    }

    /** Oldest first. */
    private List<Message> messages() {
        return stores.messages().list(tenant.id(), MessageFilter.ALL, PageRequest.FIRST).items().reversed();
    }

    public static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value) -> value;
            case Result.Rejected<T>(var rejection) -> throw new AssertionError("rejected: " + rejection);
        };
    }

    public static Rejection rejection(Result<?> result) {
        return switch (result) {
            case Result.Ok<?>(var value) -> throw new AssertionError("not rejected: " + value);
            case Result.Rejected<?>(var rejection) -> rejection;
        };
    }
}
