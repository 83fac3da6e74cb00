package dev.parley.core.intake;

import dev.parley.core.world.Culprit;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.out.IntakeJournal.Kept;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Tasks;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Some lanes of the journal on their way to the database, each in its order, and what came of it. Thread-safe. */
final class DrainRound {

    private final Collection<List<Kept>> lanes;
    private final Consumer<Entry> intake;
    private final AtomicInteger running;
    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<Kept> poisonous = new ConcurrentLinkedQueue<>();
    private volatile boolean isAway;
    private volatile String culprit = "";

    DrainRound(Collection<List<Kept>> lanes, Consumer<Entry> intake) {
        this.lanes = List.copyOf(lanes);
        this.intake = intake;
        this.running = new AtomicInteger(lanes.size());
    }

    void run(Tasks tasks, Runnable whenOver) {
        lanes.forEach(lane -> tasks.run(() -> {
            try {
                take(lane);
            } finally {
                if (running.decrementAndGet() == 0) {
                    whenOver.run();
                }
            }
        }));
    }

    /** Whether the database was away for one of them. */
    boolean isAway() {
        return isAway;
    }

    boolean hasTakenAny() {
        return taken.get() > 0;
    }

    /** The first of each lane that could not be taken though the database was there; those behind it were not tried. */
    List<Kept> poisonous() {
        return List.copyOf(poisonous);
    }

    /** What one of them threw. */
    String culprit() {
        return culprit;
    }

    private void take(List<Kept> lane) {
        for (Kept kept : lane) {
            if (isAway || !isTaken(kept)) {
                return;
            }
            taken.incrementAndGet();
        }
    }

    private boolean isTaken(Kept kept) {
        try {
            intake.accept(kept.entry());
            return true;
        } catch (StoreUnavailable away) {
            isAway = true;
        } catch (RuntimeException | LinkageError bug) {
            // Whoever is at fault, the other lanes are not to wait for this one.
            poisonous.add(kept);
            culprit = Culprit.of(bug);
        }
        return false;
    }
}
