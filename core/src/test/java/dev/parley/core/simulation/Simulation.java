package dev.parley.core.simulation;

import dev.parley.core.simulation.Offer.Talk;
import dev.parley.core.world.World;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeSimulatedPhone;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run: a storm of a minute and a half over three nodes, then fair weather until everything has come to rest. */
final class Simulation {

    private static final Duration STORM = Duration.ofSeconds(90);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration NIGHT = Duration.ofHours(1);
    private static final int MOST_FRAMES = 8;
    private static final int MINUTES = 4;
    private static final int NIGHTS = 96;

    private final Stage stage;
    private final List<Tenant> tenants;
    private final Nodes nodes;
    private final Contacts contacts;
    private final Callers callers;

    private Simulation(Stage stage) {
        this.stage = stage;
        this.tenants = new Population(stage).settle();
        var providers = new SimulatedProviders();
        var customers = new SimulatedCustomers(stage, stage.scheduler.instant().plus(stage.weather.customersAway()));
        var peers = new World.Peers(providers, new SimulatedModels(stage), customers, new FakeSimulatedPhone(FakeProviders.NAME));
        this.nodes = new Nodes(stage, peers);
        var carrier = new Carrier(stage, nodes);
        tenants.forEach(t -> providers.add(t.connection().id(), new SimulatedProvider(stage, t, new Reporter(stage, carrier))));
        this.contacts = new Contacts(stage, carrier);
        this.callers = new Callers(stage, nodes);
    }

    /**
     * What a run came to.
     *
     * @param digest of everything that happened
     * @param turns how much happened
     * @param violations what did not hold
     * @param story what happened to what the violations are about
     */
    record Outcome(long digest, long turns, List<Violation> violations, List<String> story) {}

    /** Runs a seed with programs like that; with words, if somebody will read the story. */
    static Outcome run(long seed, Supplier<Tamper> programs, boolean keepsWords) {
        return new Simulation(new Stage(seed, keepsWords, programs)).run();
    }

    private Outcome run() {
        live();
        nodes.suffer();
        stage.scheduler.run(STORM);
        nodes.recover();
        stage.weather = stage.weather.cleared();
        List<Violation> violations = new ArrayList<>(rest());
        stage.scheduler.jump(NIGHT);
        stage.scheduler.run(MINUTE);
        nodes.switchOff();
        stage.outside.die();
        stage.scheduler.run(MINUTE);
        stage.scheduler.faults().forEach(fault -> violations.add(new Violation("No thread dies of " + told(fault))));
        if (violations.isEmpty()) {
            violations.addAll(leftOver());
        }
        Set<String> words = violations.stream().flatMap(v -> v.about().stream()).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
        return new Outcome(stage.history.digest(), stage.history.now(), violations, stage.history.about(words));
    }

    private void live() {
        for (Tenant tenant : tenants) {
            for (int i = stage.chance.between(1, 2); i > 0; i--) {
                var talk = new Talk(tenant, stage.samples.contact());
                contacts.begin(talk);
                if (stage.chance.hits(0.6)) {
                    callers.begin(talk);
                }
            }
        }
        contacts.forge(new Talk(tenants.getFirst(), stage.samples.contact()));
    }

    /** Lets time pass until everything has come to rest, and says what did not hold. */
    private List<Violation> rest() {
        List<Violation> left = pass(MINUTE);
        for (int i = 1; i < MINUTES && !left.isEmpty(); i++) {
            left = pass(MINUTE);
        }
        for (int i = 0; i < NIGHTS && !left.isEmpty(); i++) {
            stage.scheduler.jump(NIGHT);
            left = pass(MINUTE);
        }
        Books books = Books.of(stage.ledger, tenants);
        List<Violation> broken = Stream.of(
                stage.ledger.violations.stream(),
                new IncomingPromises(books).always(),
                new OutgoingPromises(books).always()).flatMap(Function.identity()).toList();
        return broken.isEmpty() ? left : broken;
    }

    private List<Violation> pass(Duration time) {
        stage.scheduler.run(time);
        Books books = Books.of(stage.ledger, tenants);
        return Stream.concat(new IncomingPromises(books).atRest(), new OutgoingPromises(books).atRest()).toList();
    }

    private List<Violation> leftOver() {
        stage.scheduler.jump(Duration.ofDays(1));
        // A text that nobody knows of is searched for a quarter of an hour: what is left of that is no fault.
        return List.of(WorkKind.values())
                .stream()
                .filter(kind -> kind != WorkKind.RESOLVE)
                .flatMap(kind -> stage.stores.work().claimDue(kind, 10).stream())
                .map(claim -> new Violation("No work is left: " + Brief.of(claim) + " is.", Brief.id(claim.key().subject())))
                .toList();
    }

    private static String told(Throwable fault) {
        return fault + Arrays.stream(fault.getStackTrace()).limit(MOST_FRAMES).map(frame -> " at " + frame).collect(Collectors.joining());
    }
}
