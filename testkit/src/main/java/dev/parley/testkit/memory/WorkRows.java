package dev.parley.testkit.memory;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work that is owed. Only ever touched under the lock of {@link Memory}. */
final class WorkRows {

    private final InstantSource clock;
    private final Map<WorkKey, Row> rows = new LinkedHashMap<>();
    private long epochs;

    WorkRows(InstantSource clock) {
        this.clock = clock;
    }

    /** Makes the work due at that time, beginning it if it is not there. */
    void makeDue(WorkKey key, Instant due) {
        Row row = rows.getOrDefault(key, Row.NEW);
        rows.put(key, new Row(due, row.heldUntil(), row.epoch(), row.claims(), row.strikes()));
    }

    /** The same, but whoever has it is not disturbed. */
    void makeDueUnlessHeld(WorkKey key, Instant due) {
        if (!isHeld(key)) {
            makeDue(key, due);
        }
    }

    /** Begins work that its maker holds from the start. */
    Claim begin(WorkKey key) {
        makeDue(key, clock.instant());
        return take(key);
    }

    /** The same of work that was tried so often before. */
    Claim begin(WorkKey key, int tries) {
        Claim first = begin(key);
        rows.computeIfPresent(key, (_, row) -> new Row(row.due(), row.heldUntil(), row.epoch(), tries + 1, row.strikes()));
        return new Claim(key, first.epoch(), tries);
    }

    void makeDueUnlessThere(WorkKey key, Instant due) {
        rows.putIfAbsent(key, new Row(due, Optional.empty(), 0, 0, 0));
    }

    Optional<Claim> claim(WorkKey key) {
        return isFree(key) ? Optional.of(take(key)) : Optional.empty();
    }

    /** The first of every organization, then the second of every organization, and so on. */
    List<Claim> claimDue(WorkKind kind, int most) {
        Map<OrganizationId, Integer> seen = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        rows.keySet()
                .stream()
                .filter(k -> k.kind() == kind && isFree(k))
                .sorted(Comparator.comparing(this::dueTime).thenComparing(k -> k.subject().toString()))
                .forEach(k -> turns.add(new Turn(seen.merge(k.organization(), 1, Integer::sum), dueTime(k), k)));
        turns.sort(Comparator.comparingInt(Turn::round).thenComparing(Turn::due));
        return turns.stream().limit(most).map(t -> take(t.key())).toList();
    }

    boolean holds(Claim claim) {
        Row row = rows.get(claim.key());
        return row != null && row.heldUntil().isPresent() && row.epoch() == claim.epoch();
    }

    /** Whether it is held, and its lease is not over. */
    boolean isLive(Claim claim) {
        return holds(claim) && Optional.ofNullable(rows.get(claim.key()))
                .flatMap(Row::heldUntil)
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    boolean renew(Claim claim) {
        if (!holds(claim)) {
            return false;
        }
        rows.computeIfPresent(claim.key(), (_, row) -> row.heldUntil(leaseEnd()));
        return true;
    }

    boolean postpone(Claim claim, Duration delay) {
        if (!holds(claim)) {
            return false;
        }
        rows.computeIfPresent(claim.key(), (_, row) -> row.free(clock.instant().plus(delay)));
        return true;
    }

    /** Gives work back that failed its holder. */
    boolean fail(Claim claim, Duration delay) {
        if (!holds(claim)) {
            return false;
        }
        rows.computeIfPresent(claim.key(), (_, row) -> row.free(clock.instant().plus(delay)).strikes(row.strikes() + Claim.FAULT));
        return true;
    }

    /** Gives work back that is due at once and counted anew. */
    void beginAnew(Claim claim) {
        rows.computeIfPresent(claim.key(), (_, row) -> new Row(clock.instant(), Optional.empty(), row.epoch(), 0, 0));
    }

    /** When it is due, if it is there and held by nobody. */
    Optional<Instant> due(WorkKey key) {
        return Optional.ofNullable(rows.get(key)).filter(row -> row.heldUntil().isEmpty()).map(Row::due);
    }

    boolean isHeldOrDue(WorkKey key) {
        return rows.containsKey(key) && (isHeld(key) || isFree(key));
    }

    /** Gives work back that is due in that time, and counted anew. */
    boolean beginLater(Claim claim, Duration delay) {
        if (!holds(claim)) {
            return false;
        }
        rows.computeIfPresent(claim.key(), (_, row) -> new Row(clock.instant().plus(delay), Optional.empty(), row.epoch(), 0, 0));
        return true;
    }

    /** Ends work that nobody has. */
    boolean drop(WorkKey key) {
        Row row = rows.get(key);
        boolean isNobodys = row != null && row.heldUntil().isEmpty();
        return isNobodys && rows.remove(key) != null;
    }

    /** Ends work whoever holds it; false when it is over already. */
    boolean revoke(WorkKey key) {
        return rows.remove(key) != null;
    }

    void end(Claim claim) {
        rows.remove(claim.key());
    }

    private Claim take(WorkKey key) {
        Row row = rows.getOrDefault(key, Row.NEW);
        // One count for all work: an epoch is never given twice, not even to work that ended and began anew.
        epochs++;
        int strikes = row.heldUntil().isPresent() ? row.strikes() + 1 : row.strikes();
        rows.put(key, new Row(row.due(), Optional.of(leaseEnd()), epochs, row.claims() + 1, strikes));
        return new Claim(key, epochs, row.claims(), strikes);
    }

    private boolean isFree(WorkKey key) {
        Row row = rows.get(key);
        Instant now = clock.instant();
        return row != null && !row.due().isAfter(now) && row.heldUntil().map(until -> !until.isAfter(now)).orElse(true);
    }

    private boolean isHeld(WorkKey key) {
        return rows.getOrDefault(key, Row.NEW).heldUntil().isPresent();
    }

    private Instant dueTime(WorkKey key) {
        return rows.getOrDefault(key, Row.NEW).due();
    }

    private Instant leaseEnd() {
        return clock.instant().plus(Claim.LEASE);
    }

    private record Turn(int round, Instant due, WorkKey key) {}

    private record Row(Instant due, Optional<Instant> heldUntil, long epoch, int claims, int strikes) {

        static final Row NEW = new Row(Instant.EPOCH, Optional.empty(), 0, 0, 0);

        Row heldUntil(Instant until) {
            return new Row(due, Optional.of(until), epoch, claims, strikes);
        }

        Row free(Instant dueAgain) {
            return new Row(dueAgain, Optional.empty(), epoch, claims, 0);
        }

        Row strikes(int count) {
            return new Row(due, heldUntil, epoch, claims, count);
        }
    }
}
