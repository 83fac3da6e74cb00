package dev.parley.bench.chaos;

import dev.parley.bench.chaos.Opening.Shop;
import dev.parley.bench.check.Checker;
import dev.parley.bench.check.Checker.Finding;
import dev.parley.bench.check.Evidence;
import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.standin.Dice;
import dev.parley.bench.standin.Door;
import dev.parley.bench.standin.Errands;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One run: build a world, let people text, pull plugs, put them back, wait until it is quiet, and look whether all is well. */
public final class Rig {

    private static final Duration CARRIERS = Duration.ofSeconds(15);
    private static final Duration PROGRAMS = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(90);

    private final Options options;
    private final PrintStream out;
    private final Tampering tampering;
    private final Town town;
    private final Dice dice;
    private final Errands errands = new Errands();
    private final Errands background = new Errands();
    private final Door carrierDoor = new Door(CARRIERS);
    private final Door programDoor = new Door(PROGRAMS);

    private Rig(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.tampering = options.bug().map(Sabotage::tampering).orElseGet(Tampering::none);
        this.dice = new Dice(options.seed());
        this.town = Town.of(dice.of("town"), options.habits().people());
    }

    /** Runs it, and prints what it does; a finding for each invariant. */
    public static Map<String, Finding> run(Options options, PrintStream out) throws IOException, InterruptedException {
        out.println(options.command());
        return new Rig(options, out).run();
    }

    private Map<String, Finding> run() throws IOException, InterruptedException {
        Path ledgers = Files.createDirectories(options.folder().resolve("ledgers"));
        var premises = new StandIns.Premises(ledgers, tampering.atDoor(carrierDoor), tampering);
        var machines = Machines.build(options, new StandIns(town, dice, errands, premises), out);
        try (Ledger programs = Ledger.create(ledgers, "programs"); Ledger plugs = Ledger.create(ledgers, "plugs")) {
            machines.start(options, out);
            carrierDoor.lead(machines.addresses());
            programDoor.lead(machines.addresses());
            var crm = new Crm(programDoor, programs, errands, town.lines());
            List<Shop> shops = open(machines);
            background.begin(() -> new Saboteur(tampering, machines).run());
            background.begin(() -> watch(crm, shops));
            live(machines, new Traffic(shops, town, streets(machines, crm), new SplittableRandom(options.seed())), plugs);
            return look(machines, ledgers);
        } finally {
            background.close();
            errands.close();
            machines.close();
        }
    }

    private Traffic.Streets streets(Machines machines, Crm crm) {
        return new Traffic.Streets(machines.standIns().carrier(), crm, errands, options.habits());
    }

    private List<Shop> open(Machines machines) throws InterruptedException {
        var opening = new Opening(programDoor, Machines.OPERATOR, machines.standIns().sinkPort());
        var shops = new ArrayList<Shop>();
        for (var line : town.lines()) {
            shops.add(opening.open(line));
        }
        return shops;
    }

    /** The day itself: people text, and plugs are pulled. */
    private void live(Machines machines, Traffic traffic, Ledger plugs) throws InterruptedException {
        var puller = new Puller(plugs, machines);
        Plan plan = Plan.draw(options, dice.of("plan"));
        plan.steps().forEach(step -> out.println("  " + step));
        try (var pulls = new Errands()) {
            for (Plan.Step step : plan.steps()) {
                pulls.begin(() -> {
                    Thread.sleep(step.at());
                    puller.pull(step);
                });
            }
            traffic.run(options.length(), options.rate());
            pulls.awaitQuiet(QUIET);
        }
    }

    /** As long as there was trouble, or a little longer. */
    private Duration patience() {
        return options.length().compareTo(QUIET) > 0 ? options.length() : QUIET;
    }

    private static void watch(Crm crm, List<Shop> shops) throws InterruptedException {
        while (true) {
            for (Shop shop : shops) {
                crm.look(shop);
            }
            Thread.sleep(LOOK);
        }
    }

    /** Everything is in again. What is owed has to be done by itself. */
    private Map<String, Finding> look(Machines machines, Path ledgers) throws IOException, InterruptedException {
        for (Node node : machines.nodes()) {
            node.awaitReady();
        }
        var settling = new Settling(machines, out);
        boolean isQuiet = errands.awaitQuiet(QUIET);
        out.println(isQuiet ? "  carriers and programs are done" : "  carriers or programs still wait");
        settling.await(options.bug().isPresent() ? QUIET.dividedBy(3) : patience());
        background.close();
        for (Node node : machines.nodes()) {
            out.println(node.end() ? "  a node has ended" : "  a node does not end");
        }
        Evidence evidence = Autopsy.of(machines, town, ledgers);
        Report.count(evidence, out);
        out.println("  deadlocks       " + machines.database().deadlocks());
        return Report.print(Checker.check(evidence), options, out);
    }
}
