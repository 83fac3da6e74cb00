package dev.parley.core.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * When a delivery is tried: ten times in 75 hours, as the example schedule of Standard Webhooks 1.0 has it, each wait up to a fifth
 * shorter or longer. What one wait is too long or too short the next one makes good, so that the last try is never earlier than
 * the schedule says: whoever is away for three days misses nothing. Pure but for chance.
 */
final class Schedule {

    private static final List<Duration> WAITS = LongStream
            .of(5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)
            .mapToObj(Duration::ofSeconds)
            .toList();

    private static final double JITTER = 0.2;

    private Schedule() {}

    /**
     * How long to wait for the next try.
     *
     * @param tries how many there were
     * @param passed how long ago the schedule began
     * @return empty when there is none
     */
    static Optional<Duration> next(int tries, Duration passed, RandomGenerator random) {
        return tries > WAITS.size() ? Optional.empty() : Optional.of(wait(tries, passed, random));
    }

    private static Duration wait(int tries, Duration passed, RandomGenerator random) {
        Duration step = WAITS.get(tries - 1);
        Duration planned = WAITS.stream().limit(tries).reduce(Duration.ZERO, Duration::plus);
        boolean isLast = tries == WAITS.size();
        double off = isLast ? JITTER * random.nextDouble() : JITTER * (2 * random.nextDouble() - 1);
        long wanted = planned.minus(passed).toMillis() + (long) (off * step.toMillis());
        return Duration.ofMillis(Math.clamp(wanted, (long) (step.toMillis() * (1 - JITTER)), (long) (step.toMillis() * (1 + JITTER))));
    }
}
