package dev.parley.core.intake;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.out.IntakeJournal.Kept;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Makes durable what a believed webhook says: in the database, or in this node's journal while the database is away. What is in
 * the journal goes to the database, in its order, as soon as that is back; until then whatever else comes about the same contact
 * waits behind it. Thread-safe.
 */
public final class Safekeeping {

    private static final Logger LOG = System.getLogger(Safekeeping.class.getName());

    /** Of the two seconds within which a carrier wants its answer, the greater part; see {@link Lookup}. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** What a carrier has to spare after it has waited for an opt-out to be known everywhere. */
    private static final Duration RESERVE = Duration.ofSeconds(5);

    /** So many at once may wait for that; they hold nothing but their connections. */
    private static final int MOST_PATIENT = 512;

    private static final int PAGE = 1_000;

    private final World world;
    private final EventIntake intake;
    private final Outage outage = new Outage();
    private final Backlog backlog = new Backlog();
    private final PendingOptOuts optOuts = new PendingOptOuts();
    private final Semaphore patient = new Semaphore(MOST_PATIENT);
    private final Drain drain;
    private volatile boolean hasLostSomething;

    /**
     * Remembers what an earlier run has left in the journal.
     *
     * @param dispatcher whom to wake
     * @throws StoreUnavailable when the journal cannot be read
     */
    public Safekeeping(World world, Dispatcher dispatcher) {
        this.world = world;
        this.intake = new EventIntake(world, dispatcher);
        this.drain = new Drain(world, intake, new Drain.Ledger(outage, backlog, optOuts));
        recall();
    }

    private void recall() {
        List<Kept> page = world.refuge().journal().entries(0, PAGE);
        while (!page.isEmpty()) {
            List<Entry> entries = page.stream().map(Kept::entry).toList();
            backlog.add(entries);
            optOuts.heed(entries);
            page = world.refuge().journal().entries(page.getLast().ordinal(), PAGE);
        }
    }

    /** Begins to empty the journal. */
    public void start() {
        if (!backlog.isEmpty()) {
            drain.wake();
        }
    }

    /** Leaves in the journal what is there. */
    public void stop() {
        drain.stop();
        optOuts.release();
    }

    /** Opt-outs that are in the journal. */
    public PendingOptOuts optOuts() {
        return optOuts;
    }

    Outage outage() {
        return outage;
    }

    /** Whoever has waited in vain tells the others. */
    void beginOutage(String why) {
        outage.begin(why);
        drain.wake();
    }

    /** Makes durable what {@code reading} yields, all of it or as much as it takes for nothing to be lost when it comes again. */
    Receipt take(Connection connection, Supplier<List<WebhookEvent>> reading) {
        try {
            List<Entry> entries = entries(connection, reading.get());
            boolean isSafe = entries.isEmpty() || stored(connection, entries) || journalled(connection, entries);
            return isSafe ? Receipt.STORED : lost();
        } catch (RuntimeException | LinkageError bug) {
            // Whoever is at fault, the carrier must not hear that the text is safe.
            LOG.log(Level.ERROR, "what connection {0} brought could not be taken: {1}", connection.id(), Culprit.of(bug));
            return Receipt.NOT_STORED;
        }
    }

    private Receipt lost() {
        hasLostSomething = true;
        return Receipt.NOT_STORED;
    }

    /** Makes durable a text that its provider was asked for, as it came in then. */
    void takeLate(Connection connection, ReceivedText found) {
        intake.takeLate(connection, found);
    }

    /** Whether the journal has something about the contact of such a text, which goes first and may be that very text. */
    boolean isAheadOf(Connection connection, ReceivedText found) {
        return backlog.isAheadOf(entries(connection, List.of(found.text())));
    }

    /** Whether something that was brought could not be kept since this was last asked. */
    boolean hasLostSomething() {
        boolean hasIt = hasLostSomething;
        hasLostSomething = false;
        return hasIt;
    }

    private List<Entry> entries(Connection connection, List<WebhookEvent> events) {
        Instant now = world.nature().clock().instant();
        return events.stream()
                .filter(event -> matters(connection, event))
                .map(event -> entry(connection, ProviderNames.shortened(event), now))
                .toList();
    }

    private static boolean matters(Connection connection, WebhookEvent event) {
        if (event instanceof Ignored(var why)) {
            LOG.log(Level.INFO, "a webhook of connection {0} was ignored: {1}", connection.id(), why);
            return false;
        }
        return true;
    }

    private static Entry entry(Connection connection, WebhookEvent event, Instant at) {
        return new Entry(connection.organization(), connection.id(), event, at);
    }

    /** What takes too long may be stored all the same: it is known again when it comes from the journal. */
    private boolean stored(Connection connection, List<Entry> entries) {
        boolean isHopeless = outage.isOn() && world.refuge().journal().hasRoom();
        if (isHopeless || backlog.isAheadOf(entries)) {
            return false;
        }
        try {
            boolean isStored = world.nature().tasks().within(LIMIT, () -> store(connection, entries)).isPresent();
            if (!isStored) {
                beginOutage("it takes too long");
            }
            return isStored;
        } catch (StoreUnavailable away) {
            beginOutage(String.valueOf(away.getMessage()));
            return false;
        }
    }

    private boolean store(Connection connection, List<Entry> entries) {
        entries.forEach(entry -> intake.take(entry, () -> Optional.of(connection)));
        return true;
    }

    private boolean journalled(Connection connection, List<Entry> entries) {
        // Before they are there: whoever looks meanwhile finds rather too much.
        backlog.add(entries);
        boolean isKept = optOuts.heedOnce(entries, () -> world.refuge().journal().append(entries));
        if (isKept) {
            drain.wake();
            awaitTold(connection, entries);
        } else {
            backlog.remove(entries);
            LOG.log(Level.DEBUG, "the journal has no room");
        }
        return isKept;
    }

    /** Other nodes are bound by an opt-out only once the database has it: as long as the carrier waits, it is not acknowledged before. */
    private void awaitTold(Connection connection, List<Entry> entries) {
        CompletableFuture<Void> told = optOuts.told(entries);
        Duration patience = patience(connection);
        if (told.isDone() || !patience.isPositive() || !patient.tryAcquire()) {
            return;
        }
        try {
            if (!world.nature().tasks().await(told, patience)) {
                LOG.log(Level.WARNING, "an opt-out is acknowledged that binds no other node before the database is back");
            }
        } finally {
            patient.release();
        }
    }

    private Duration patience(Connection connection) {
        return world.peers()
                .providers()
                .description(connection.provider())
                .map(provider -> provider.answerWithin().minus(RESERVE))
                .orElse(Duration.ZERO);
    }
}
