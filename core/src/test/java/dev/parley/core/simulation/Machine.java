package dev.parley.core.simulation;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Something that runs threads, stands still and dies. Only ever touched by whoever has the turn. */
final class Machine {

    private final String name;
    private final Set<Strand> strands = new LinkedHashSet<>();
    private Instant standsStillUntil = Instant.MIN;
    private boolean isDead;

    Machine(String name) {
        this.name = name;
    }

    boolean isDead() {
        return isDead;
    }

    /** Whether its threads can go on; those of a dead machine do, to their end. */
    boolean moves(Instant now) {
        return isDead || !now.isBefore(standsStillUntil);
    }

    void standStillUntil(Instant end) {
        standsStillUntil = end;
    }

    /** From now on whatever its threads touch throws. */
    void die() {
        isDead = true;
        List.copyOf(strands).forEach(Strand::wake);
    }

    /** Throws when it is dead: to be asked before it touches anything outside. */
    void mustLive() {
        if (isDead) {
            throw new Killed(name);
        }
    }

    void add(Strand strand) {
        strands.add(strand);
    }

    void remove(Strand strand) {
        strands.remove(strand);
    }

    @Override
    public String toString() {
        return name;
    }
}
