package dev.parley.core.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Runs threads one at a time, in an order that chance decides, by a clock of its own: whoever has the turn gives it back at each
 * call of the outside world, and time goes on only when nobody has anything to do. Nothing here depends on real time.
 */
final class Scheduler implements InstantSource {

    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private static final int MOST_TURNS = 2_000_000;

    private final Chance chance;
    private final List<Strand> ready = new ArrayList<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparing(Alarm::due).thenComparingLong(Alarm::number));
    private final List<Throwable> faults = new ArrayList<>();
    private final Strand driver = Strand.ofThisThread(this);
    private volatile Strand turn = driver;
    private Instant now = START;
    private Instant end = START;
    private long alarmsSet;
    private int turns;

    Scheduler(Chance chance) {
        this.chance = chance;
    }

    private record Alarm(Instant due, long number, Runnable action) {}

    @Override
    public Instant instant() {
        return now;
    }

    /** What threads threw that nobody caught. */
    List<Throwable> faults() {
        return List.copyOf(faults);
    }

    /** Has a machine do something, beside whoever has the turn. */
    void start(Machine machine, Runnable task) {
        if (!machine.isDead()) {
            Strand strand = Strand.of(this, machine, () -> live(task));
            machine.add(strand);
            ready.add(strand);
        }
    }

    void startAfter(Duration delay, Machine machine, Runnable task) {
        at(delay, () -> start(machine, task));
    }

    /** Lets others have a turn. */
    void pause() {
        ready.add(turn);
        giveTurn();
    }

    /** Lets time pass for whoever has the turn. */
    void sleep(Duration time) {
        Strand me = turn;
        long wait = me.beginToWait();
        at(time, () -> me.wake(wait));
        giveTurn();
    }

    /** Waits until it is given, but at most so long; says whether it was. */
    boolean await(Signal signal, Duration patience) {
        if (!signal.isGiven()) {
            Strand me = turn;
            long wait = me.beginToWait();
            signal.whenGiven(() -> me.wake(wait));
            at(patience, () -> me.wake(wait));
            giveTurn();
        }
        return signal.isGiven();
    }

    /** Has everything happen that happens within that time. Asked by the thread that made this. */
    void run(Duration time) {
        end = now.plus(time);
        Strand next = next();
        if (next != driver) {
            handOver(next);
            driver.awaitTurn();
        }
        now = end;
    }

    /** Lets time jump: what was to happen meanwhile happens late. */
    void jump(Duration time) {
        now = now.plus(time);
        run(Duration.ZERO);
    }

    /** Has none of a machine's threads go on for so long; those of others, and time, do. */
    void standStill(Machine machine, Duration time) {
        machine.standStillUntil(now.plus(time));
        at(time, () -> {});
    }

    Strand hasTurn() {
        return turn;
    }

    void ready(Strand strand) {
        ready.add(strand);
    }

    private void at(Duration delay, Runnable action) {
        alarms.add(new Alarm(now.plus(delay), alarmsSet++, action));
    }

    private void live(Runnable task) {
        Strand me = turn;
        try {
            me.machine().mustLive();
            task.run();
        } catch (Killed end) {
            // That is how threads of a dead machine end.
        } catch (RuntimeException | Error fault) {
            faults.add(fault);
        } finally {
            me.machine().remove(me);
            handOver(next());
        }
    }

    private void giveTurn() {
        Strand me = turn;
        Strand next = next();
        if (next != me) {
            handOver(next);
            me.awaitTurn();
        }
        me.machine().mustLive();
    }

    private void handOver(Strand next) {
        turn = next;
        next.start();
    }

    private Strand next() {
        if (++turns > MOST_TURNS) {
            faults.add(new IllegalStateException("it does not come to rest"));
            return driver;
        }
        while (true) {
            ring();
            List<Strand> able = ready.stream().filter(strand -> strand.machine().moves(now)).toList();
            if (!able.isEmpty()) {
                Strand chosen = chance.oneOf(able);
                ready.remove(chosen);
                return chosen;
            }
            if (alarms.isEmpty() || alarms.peek().due().isAfter(end)) {
                return driver;
            }
            now = alarms.peek().due();
        }
    }

    /** Has happen what is due. */
    private void ring() {
        while (!alarms.isEmpty() && !alarms.peek().due().isAfter(now)) {
            alarms.poll().action().run();
        }
    }
}
