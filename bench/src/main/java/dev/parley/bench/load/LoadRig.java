package dev.parley.bench.load;

import dev.parley.bench.load.Figures.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures the server beside what it is built on, in one run: see docs/performance.md. Exits with 1 when something was lost.
 *
 * <p>Arguments: what starts the server, the file for the figures, and for how many percent of the usual time to measure.
 */
public final class LoadRig {

    private static final String ROUTE = "bare route";
    private static final String INSERTS = "bare inserts, 32 connections";

    private static final Crowd PEOPLE = new Crowd(64);
    private static final Crowd TALKERS = new Crowd(256);
    private static final Crowd INSERTERS = new Crowd(32);

    private final Path parley;
    private final Plan plan;
    private final Figures figures;

    LoadRig(Path parley, Plan plan, Figures figures) {
        this.parley = parley;
        this.plan = plan;
        this.figures = figures;
    }

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        var figures = new Figures(System.out);
        try (Folder folder = Folder.make(); MariaDb mariaDb = MariaDb.start(folder)) {
            new LoadRig(Path.of(arguments[0]), new Plan(Integer.parseInt(arguments[2]), System.getProperty("load.only", "")), figures)
                    .measure(folder, mariaDb);
        }
        figures.write(Path.of(arguments[1]));
        // Virtual threads that serve nobody any more are no reason to stay.
        System.exit(0);
    }

    void measure(Folder folder, MariaDb mariaDb) throws Exception {
        train(folder);
        inserts(mariaDb.database("limits"));
        if (plan.hasAccepts()) {
            try (Ready ready = Ready.on(mariaDb.database("accepts"), parley, folder, Plan.LONGER_THAN_A_MEASUREMENT)) {
                idle(ready);
                accepts(ready);
            }
        }
        if (plan.hasReplies()) {
            try (Ready ready = Ready.on(mariaDb.database("replies"), parley, folder, 0)) {
                replies(ready);
                burst(ready);
            }
        }
    }

    /** The first start after a build prepares the later ones. */
    private void train(Folder folder) throws Exception {
        Server.start(parley, folder, Map.of()).close();
    }

    private void inserts(String database) throws Exception {
        Limits.makeTable(database);
        INSERTERS.rate(plan.warmUp(), () -> Limits.bareInsert(database));
        figures.add(new Figure(INSERTS, INSERTERS.rate(plan.measured(), () -> Limits.bareInsert(database)), "/s", ""));
    }

    private void idle(Ready ready) throws Exception {
        figures.add(new Figure("ready after", ready.server().startedIn().toMillis(), "ms", "<= 1500"));
        TimeUnit.MILLISECONDS.sleep(plan.warmUp().toMillis());
        figures.add(new Figure("resident when idle", ready.server().residentMegabytes(), "MB", "<= 200"));
    }

    private void accepts(Ready ready) throws Exception {
        PEOPLE.rate(plan.warmUp(), () -> Limits.bareRoute(ready.server().port()));
        figures.add(new Figure(ROUTE, PEOPLE.rate(plan.measured(), () -> Limits.bareRoute(ready.server().port())), "/s", ""));
        PEOPLE.times(plan.firstTexts(), ready::bringer);
        var effort = new Effort(ready.server());
        long before = new Books(ready.database()).inbound();
        figures.add(new Figure("texts accepted", PEOPLE.rate(plan.measured(), ready::bringer), "/s", ">= 4000"), INSERTS);
        figures.say(effort.per(new Books(ready.database()).inbound() - before));
        Latencies steady = PEOPLE.atRate(Plan.STEADY, plan.steadyTexts(), ready::bringer);
        figures.add(new Figure("acknowledged at 500/s, p50", steady.p50(), "ms", ""));
        figures.add(new Figure("acknowledged at 500/s, p99", steady.p99(), "ms", "<= 25"));
    }

    private void replies(Ready ready) throws Exception {
        TALKERS.times(plan.firstReplies(), () -> new Talker(ready));
        new Books(ready.database()).settle();
        var effort = new Effort(ready.server());
        long before = new Books(ready.database()).outbound();
        long begin = System.nanoTime();
        TALKERS.rate(plan.measured(), () -> new Talker(ready));
        new Books(ready.database()).settle();
        long done = new Books(ready.database()).outbound() - before;
        figures.add(new Figure("whole replies", done / ((System.nanoTime() - begin) / 1e9), "/s", ">= 1000"), INSERTS);
        figures.say(effort.per(done));
    }

    private void burst(Ready ready) throws Exception {
        ready.thinker().takes(plan.thinking());
        var all = new CountDownLatch(plan.burst());
        long begin = System.nanoTime();
        Latencies acknowledged = PEOPLE.atRate(Plan.BURST_RATE, plan.burst(), () -> impatient(ready, all));
        if (!all.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(all.getCount() + " texts of the burst were not answered");
        }
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
        figures.add(new Figure("burst of " + plan.burst() + ", last reply after", seconds, "s", "<= 15"));
        figures.add(new Figure("burst, acknowledged, p99", acknowledged.p99(), "ms", ""));
        figures.add(new Figure("burst, resident after it", ready.server().residentMegabytes(), "MB", ""));
        new Books(ready.database()).settle();
        figures.add(new Figure("texts that were answered twice", ready.carrier().unexpected(), "", "0"));
    }

    /** Somebody who brings one text after the other and waits for no reply. */
    private static Crowd.Step impatient(Ready ready, CountDownLatch answered) throws IOException {
        var wire = new Wire(ready.server().port());
        return () -> {
            Texts.Text text = ready.texts().next();
            ready.carrier().expect(text.contact(), answered::countDown);
            ready.bring(wire, text);
        };
    }
}
