package dev.parley.bench.standin;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance by a seed: what befalls a thing depends on the seed and its name alone, not on who came first. Thread-safe.
 *
 * @param seed the same seed, the same fate
 */
public record Dice(long seed) {

    /** The fate of a thing. */
    public RandomGenerator of(String thing) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + thing.hashCode());
    }

    /** Whether it befalls the thing. */
    public boolean hits(String thing, double chance) {
        return of(thing).nextDouble() < chance;
    }
}
