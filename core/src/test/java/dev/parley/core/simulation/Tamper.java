package dev.parley.core.simulation;

import org.jspecify.annotations.Nullable;

/** Does the steps of a process's program, perhaps with a mistake. */
@FunctionalInterface
interface Tamper {

    /** None: each step is done as it is asked for. */
    Tamper NONE = Step::go;

    @Nullable
    Object call(Step step);
}
