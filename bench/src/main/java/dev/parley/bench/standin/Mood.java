package dev.parley.bench.standin;

import java.util.Map;

/**
 * How a stand-in misbehaves at the moment: a chance for each of its faults. Thread-safe.
 *
 * @param <F> its faults
 */
public final class Mood<F extends Enum<F>> {

    private final F none;
    private final Dice dice;
    private volatile Map<F, Double> chances = Map.of();

    /** A good one. */
    public Mood(F none, Dice dice) {
        this.none = none;
        this.dice = dice;
    }

    /** From now on. What is not named does not happen. */
    public void set(Map<F, Double> now) {
        chances = Map.copyOf(now);
    }

    /** The fault that befalls a thing. */
    public F next(String thing) {
        double drawn = dice.of(thing).nextDouble();
        double sum = 0;
        for (Map.Entry<F, Double> chance : chances.entrySet()) {
            sum += chance.getValue();
            if (drawn < sum) {
                return chance.getKey();
            }
        }
        return none;
    }
}
