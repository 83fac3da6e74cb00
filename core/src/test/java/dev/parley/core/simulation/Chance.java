package dev.parley.core.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance that comes out of a seed. Only ever asked by whoever has the turn, so that the same seed has the same answers.
 *
 * @param random where it comes from
 */
record Chance(RandomGenerator random) {

    static Chance of(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    /** Whether something happens that happens that often, from 0 to 1. */
    boolean hits(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A time from zero to {@code longest}. */
    Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }

    /** One of several. */
    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
