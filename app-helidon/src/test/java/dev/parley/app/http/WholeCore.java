package dev.parley.app.http;

import dev.parley.core.Core;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Secret;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import dev.parley.ports.out.Tasks;
import dev.parley.testkit.fake.FakeCustomerWebhooks;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeSimulatedPhone;
import dev.parley.testkit.fake.ManualTasks;
import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.memory.InMemoryStores;
import dev.parley.testkit.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.Random;

/** The real core over stores in memory, behind a real server. What is to be done at once is done before a request is answered. */
final class WholeCore implements AutoCloseable {

    static final String OPERATOR_KEY = "operator-key-of-default";

    final MutableClock clock = new MutableClock();
    final FakeProviders providers = new FakeProviders();
    final FakeModels models = new FakeModels();
    final FakeSimulatedPhone phone = new FakeSimulatedPhone(FakeProviders.NAME);
    final ManualTasks later = new ManualTasks(clock);
    final Rig rig;

    private final Stores stores = InMemoryStores.empty(clock);
    private final TestIds ids = new TestIds();
    private final Core core = new Core(world());

    WholeCore() {
        core.useCases().installation().prepare().prepare(new OperatorKey.Configured(new Secret(OPERATOR_KEY)));
        core.start();
        rig = Rig.with(core.useCases(), stores.idempotency(), ids, clock);
    }

    /** The account behind a connection that was made over HTTP. */
    FakeProvider provider(Answer made) {
        ConnectionId id = ConnectionId.parse(made.data().path("id").asText()).orElseThrow();
        return providers.open(stores.directory().connection(FakeProviders.NAME, id).orElseThrow());
    }

    private World world() {
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
                new World.Peers(providers, models, new FakeCustomerWebhooks(), phone),
                new World.Nature(clock, ids, new Random(7), new AtOnce(later), URI.create("https://parley.example/base")));
    }

    @Override
    public void close() {
        rig.close();
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
