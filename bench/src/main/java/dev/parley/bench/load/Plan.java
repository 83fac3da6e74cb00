package dev.parley.bench.load;

import java.time.Duration;

/**
 * For how long to do what.
 *
 * @param percent of the usual time; figures of a short run mean nothing
 * @param only what alone is to be measured, {@code accepts} or {@code replies}; empty for both
 */
record Plan(int percent, String only) {

    /** So long after a text that its reply does not fall into the measurement of what it takes to accept texts. */
    static final int LONGER_THAN_A_MEASUREMENT = 60;

    /** Texts a second at which acknowledgements are timed. */
    static final int STEADY = 500;

    /** Texts a second of the burst. */
    static final int BURST_RATE = 1_000;

    private static final Duration THINKING = Duration.ofSeconds(2);

    boolean hasAccepts() {
        return !only.equals("replies");
    }

    boolean hasReplies() {
        return !only.equals("accepts");
    }

    Duration warmUp() {
        return share(Duration.ofSeconds(3));
    }

    /** How many texts it takes until the JVM has compiled what they go through: time would say nothing on a busy machine. */
    int firstTexts() {
        return 30_000 * percent / 100;
    }

    /** How many replies it takes until the JVM has compiled what they go through. */
    int firstReplies() {
        return 40_000 * percent / 100;
    }

    Duration measured() {
        return share(Duration.ofSeconds(10));
    }

    int steadyTexts() {
        return STEADY * 10 * percent / 100;
    }

    int burst() {
        return BURST_RATE * 10 * percent / 100;
    }

    Duration thinking() {
        return share(THINKING);
    }

    private Duration share(Duration usual) {
        return usual.multipliedBy(percent).dividedBy(100);
    }
}
