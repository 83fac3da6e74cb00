package dev.parley.testkit.memory;

import java.time.Instant;

/**
 * A text of which nobody knows whether it went. Immutable.
 *
 * @param handedOver the time from which on it may have been handed over
 * @param misses how often it was looked for in vain
 * @param isAgain whether it was handed over a second time
 */
record Search(Instant handedOver, int misses, boolean isAgain) {

    Search missed() {
        return new Search(handedOver, misses + 1, isAgain);
    }

    Search again(boolean isIt) {
        return new Search(handedOver, misses, isIt);
    }
}
