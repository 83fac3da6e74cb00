package dev.parley.core.simulation;

/** Takes a thread of a dead machine down. An error, since nothing of core may catch it and go on. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String machine) {
        super(machine + " is dead", null, false, false);
    }
}
