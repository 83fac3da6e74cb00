package dev.parley.core.simulation;

import java.time.Duration;

/**
 * How often what goes wrong, from 0 to 1, while it lasts.
 *
 * @param refused a store refuses a step
 * @param lostCommit a store does a step, and nobody is told
 * @param slow a store takes seconds
 * @param provider a provider does not simply accept
 * @param model a model does not simply answer
 * @param customer a customer's server does not simply answer
 * @param lostAnswer our answer to a carrier or a caller is lost
 * @param standstill a process that is struck stands still instead of dying
 * @param customersAway from the beginning, how long customers' servers are away
 */
record Weather(
        double refused,
        double lostCommit,
        double slow,
        double provider,
        double model,
        double customer,
        double lostAnswer,
        double standstill,
        Duration customersAway) {

    /** Some storms are all wind and no rain: what goes wrong together differs from seed to seed. */
    static Weather storm(Chance chance) {
        return new Weather(
                sometimes(chance, 0.05),
                sometimes(chance, 0.05),
                sometimes(chance, 0.1),
                sometimes(chance, 0.5),
                sometimes(chance, 0.5),
                sometimes(chance, 0.7),
                sometimes(chance, 0.2),
                chance.random().nextDouble(),
                chance.hits(0.3) ? Duration.ofHours(chance.between(1, 70)) : Duration.ZERO);
    }

    /** The same, but that customers' servers stay away as long as they will. */
    Weather cleared() {
        return new Weather(0, 0, 0, 0, 0, 0, 0, 0, customersAway);
    }

    private static double sometimes(Chance chance, double most) {
        return chance.hits(0.7) ? most * chance.random().nextDouble() : 0;
    }
}
