package dev.parley.llm.scripted;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns when that much time has passed.
     *
     * @throws InterruptedException when it is not to be waited for any longer
     */
    void rest(Duration time) throws InterruptedException;
}
