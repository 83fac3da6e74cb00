package dev.parley.core.intake;

import dev.parley.core.work.Backoff;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.IntakeJournal;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.out.IntakeJournal.Kept;
import dev.parley.ports.out.StoreUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Takes entries out of the journal and to the database, the oldest first, those of different lanes at once. Forgets them only when
 * they are there. One round at a time, each on whatever thread comes along. Thread-safe.
 */
final class Drain {

    private static final Logger LOG = System.getLogger(Drain.class.getName());
    private static final Backoff PAUSES =
            new Backoff(List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1)));

    /** As many as the database has room for; the first one alone finds out whether it is back. */
    private static final int WIDEST = 64;
    private static final int WIDER = 8;

    private static final int MOST_TRIES = 5;

    /** The log hears of one failure in so many. */
    private static final int EACH = 60;

    private static final OrganizationId NOBODY = new OrganizationId(new UUID(0, 0));
    private static final ConnectionId NOTHING = new ConnectionId(new UUID(0, 0));

    private final World world;
    private final IntakeJournal journal;
    private final EventIntake intake;
    private final Ledger ledger;
    private final AtomicBoolean isAtWork = new AtomicBoolean();
    private final Map<Long, Integer> tries = new HashMap<>();
    private final Set<Long> aside = new HashSet<>();
    private volatile boolean isStopped;
    private int width = 1;
    private int failures;
    private long done;

    Drain(World world, EventIntake intake, Ledger ledger) {
        this.world = world;
        this.journal = world.refuge().journal();
        this.intake = intake;
        this.ledger = ledger;
    }

    /**
     * What is known about the journal without reading it.
     *
     * @param outage whether the database is away
     * @param backlog about whom something is in the journal
     * @param optOuts opt-outs that are in the journal
     */
    record Ledger(Outage outage, Backlog backlog, PendingOptOuts optOuts) {}

    /** Sees to it that somebody is at work. */
    void wake() {
        if (isAtWork.compareAndSet(false, true)) {
            after(PAUSES.after(0));
        }
    }

    void stop() {
        isStopped = true;
    }

    private void after(Duration pause) {
        world.nature().tasks().runAfter(pause, this::round);
    }

    private void round() {
        if (!isStopped) {
            persistently(() -> {
                List<Kept> batch = journal.entries(done, width);
                if (batch.isEmpty()) {
                    rest();
                } else {
                    begin(batch);
                }
            });
        }
    }

    private synchronized void persistently(Runnable step) {
        try {
            step.run();
        } catch (StoreUnavailable later) {
            putOff();
        } catch (RuntimeException | LinkageError bug) {
            // Nobody else would ever take the texts that are in the journal.
            LOG.log(Level.ERROR, "emptying the journal failed: {0}", Culprit.of(bug));
            putOff();
        }
    }

    /** There may be an outage without an entry: when nothing came, or nothing could be kept. */
    private void rest() {
        world.setup().connections().find(NOBODY, NOTHING);
        ledger.outage().end();
        failures = 0;
        isAtWork.set(false);
        if (journal.size() > 0) {
            wake();
        }
    }

    private void begin(List<Kept> batch) {
        // Other nodes cannot know of these; before anything else happens they must.
        ledger.optOuts().tell(world.traffic().suppressions());
        Map<Integer, List<Kept>> lanes = batch.stream()
                .filter(kept -> !aside.contains(kept.ordinal()))
                .collect(Collectors.groupingBy(kept -> Backlog.lane(kept.entry()), LinkedHashMap::new, Collectors.toList()));
        Map<ConnectionId, Optional<Connection>> connections = connections(batch);
        var round = new DrainRound(
                lanes.values(),
                entry -> intake.take(entry, () -> connections.getOrDefault(entry.connection(), Optional.empty())));
        if (lanes.isEmpty()) {
            forget(batch);
        } else {
            round.run(world.nature().tasks(), () -> persistently(() -> end(batch, round)));
        }
    }

    private Map<ConnectionId, Optional<Connection>> connections(List<Kept> batch) {
        var found = new HashMap<ConnectionId, Optional<Connection>>();
        batch.stream()
                .map(Kept::entry)
                .forEach(entry -> found.computeIfAbsent(
                        entry.connection(),
                        id -> world.setup().connections().find(entry.organization(), id)));
        return found;
    }

    private void end(List<Kept> batch, DrainRound round) {
        if (round.isAway()) {
            width = 1;
            putOff();
        } else if (round.poisonous().isEmpty()) {
            forget(batch);
        } else {
            count(round);
            putOff();
        }
    }

    private void forget(List<Kept> batch) {
        List<Entry> entries = batch.stream().map(Kept::entry).toList();
        done = batch.getLast().ordinal();
        journal.forget(done);
        ledger.backlog().remove(entries);
        ledger.optOuts().settle(entries);
        ledger.outage().end();
        tries.clear();
        aside.clear();
        failures = 0;
        width = Math.min(WIDEST, width * WIDER);
        after(Duration.ZERO);
    }

    private void putOff() {
        after(PAUSES.after(failures));
        failures++;
    }

    /** An entry is to blame only where others succeed: else it may be the database that is not itself. */
    private void count(DrainRound round) {
        width = WIDEST;
        if (failures % EACH == 0) {
            LOG.log(Level.WARNING, "{0} entries of the journal could not be taken: {1}", round.poisonous().size(), round.culprit());
        }
        if (round.hasTakenAny()) {
            ledger.outage().end();
            round.poisonous().forEach(kept -> {
                if (tries.merge(kept.ordinal(), 1, Integer::sum) >= MOST_TRIES) {
                    setAside(kept);
                }
            });
        }
    }

    private void setAside(Kept kept) {
        journal.setAside(kept);
        aside.add(kept.ordinal());
        LOG.log(Level.ERROR, "entry {0} of the journal was kept apart after {1} tries", kept.ordinal(), MOST_TRIES);
    }
}
