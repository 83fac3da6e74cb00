package dev.parley.core.work;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try. Immutable.
 *
 * @param steps after the first try, the second and so on; the last one holds for all that follow
 */
public record Backoff(List<Duration> steps) {

    private static final double JITTER = 0.2;

    /** Copies the list. */
    public Backoff {
        steps = List.copyOf(steps);
    }

    /** Waits of that many seconds. */
    public static Backoff ofSeconds(long...seconds) {
        return new Backoff(Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList());
    }

    /** The wait after a try, counted from 0. */
    public Duration after(int tries) {
        return steps.get(Math.min(tries, steps.size() - 1));
    }

    /** Whether the steps are used up. */
    public boolean isOver(int tries) {
        return tries >= steps.size();
    }

    /** The wait after a try, up to a fifth shorter or longer, so that what failed together does not come back together. */
    public Duration jittered(int tries, RandomGenerator random) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis((long) (after(tries).toMillis() * factor));
    }
}
