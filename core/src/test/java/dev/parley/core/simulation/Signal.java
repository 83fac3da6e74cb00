package dev.parley.core.simulation;

import java.util.ArrayList;
import java.util.List;

/** Something that happens once, and that threads wait for. Only ever touched by whoever has the turn. */
final class Signal {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isGiven;

    boolean isGiven() {
        return isGiven;
    }

    void give() {
        isGiven = true;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    void whenGiven(Runnable wake) {
        waiting.add(wake);
    }
}
