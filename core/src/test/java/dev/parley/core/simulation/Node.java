package dev.parley.core.simulation;

import dev.parley.core.Core;
import dev.parley.core.world.World;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.AgentStore;
import dev.parley.ports.out.ApiKeyStore;
import dev.parley.ports.out.AssignedNumberStore;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.ConversationStore;
import dev.parley.ports.out.CustomerWebhooks;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.LanguageModels;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.out.OrganizationStore;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.out.Providers;
import dev.parley.ports.out.Quarantine;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.SignatureFailures;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.WebhookDirectory;
import dev.parley.ports.out.WorkQueue;
import dev.parley.testkit.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One of several processes over the same stores. Dies and begins anew; only what was stored is left then. */
final class Node {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Stage stage;
    private final World.Peers peers;
    private final String name;
    private Machine machine;
    private Core core;
    private int lives;

    /** A process that runs. */
    Node(Stage stage, World.Peers peers, String name) {
        this.stage = stage;
        this.peers = peers;
        this.name = name;
        this.machine = new Machine(name);
        this.core = begin(machine);
    }

    /** The process ends in the middle of whatever it does. */
    void kill() {
        stage.history.add(machine, "MACHINE", () -> "dies");
        machine.die();
    }

    /** Another process takes its place. */
    void restart() {
        machine = new Machine(name + "/" + ++lives);
        stage.history.add(machine, "MACHINE", () -> "begins");
        core = begin(machine);
    }

    /** The process stands still, as in a long collection of garbage, and then goes on as if nothing had happened. */
    void standStill(Duration time) {
        stage.history.add(machine, "MACHINE", () -> "stands still for " + time);
        stage.scheduler.standStill(machine, time);
    }

    boolean isDead() {
        return machine.isDead();
    }

    /** Asks it something over a network that can break: nothing when nobody hears the answer. */
    <T> Optional<T> ask(Function<UseCases, T> question) {
        var over = new Signal();
        var answer = new AtomicReference<Optional<T>>(Optional.empty());
        Core asked = core;
        stage.scheduler.start(machine, () -> {
            try {
                answer.set(Optional.of(question.apply(asked.useCases())));
            } catch (StoreUnavailable later) {
                stage.history.add(machine, "answers", () -> "503");
            } finally {
                over.give();
            }
        });
        boolean heard = stage.scheduler.await(over, PATIENCE.plus(PATIENCE)) && !stage.chance.hits(stage.weather.lostAnswer());
        return heard ? answer.get() : Optional.empty();
    }

    private Core begin(Machine on) {
        Core made = new Core(world(on));
        stage.scheduler.start(on, made::start);
        return made;
    }

    private World world(Machine on) {
        Stores s = stage.stores;
        var wire = new Wire(stage, on, stage.programs.get());
        return new World(
                new World.Setup(
                        wire.to(OrganizationStore.class, s.organizations()),
                        wire.to(ApiKeyStore.class, s.apiKeys()),
                        wire.to(ConnectionStore.class, s.connections()),
                        wire.to(AssignedNumberStore.class, s.numbers()),
                        wire.to(AgentStore.class, s.agents())),
                traffic(wire, s),
                peers(wire),
                new World.Nature(
                        stage.scheduler,
                        stage.ids,
                        stage.chance.random(),
                        new NodeTasks(stage.scheduler, on),
                        URI.create("https://parley.example")));
    }

    private World.Peers peers(Wire wire) {
        return new World.Peers(
                wire.through(Providers.class, peers.providers()),
                wire.through(LanguageModels.class, peers.models()),
                wire.through(CustomerWebhooks.class, peers.webhooks()),
                peers.phone());
    }

    private static World.Traffic traffic(Wire wire, Stores s) {
        return new World.Traffic(
                wire.to(WebhookDirectory.class, s.directory()),
                wire.to(Inbox.class, s.inbox()),
                wire.to(LongTexts.class, s.longTexts()),
                wire.to(Replies.class, s.replies()),
                wire.to(Outbox.class, s.outbox()),
                wire.to(Schedule.class, s.schedule()),
                wire.to(Pacing.class, s.pacing()),
                wire.to(Deliveries.class, s.deliveries()),
                wire.to(Endpoints.class, s.endpoints()),
                wire.to(WorkQueue.class, s.work()),
                wire.to(MessageStore.class, s.messages()),
                wire.to(ConversationStore.class, s.conversations()),
                wire.to(Suppressions.class, s.suppressions()),
                wire.to(Quarantine.class, s.quarantine()),
                wire.to(SignatureFailures.class, s.signatureFailures()),
                wire.to(LostSends.class, s.lostSends()),
                wire.to(MissedTexts.class, s.missedTexts()));
    }
}
