package dev.parley.bench.load;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long things took, in milliseconds.
 *
 * @param p50 half of them no longer than that
 * @param p99 all but one in a hundred
 * @param longest all of them
 */
record Latencies(double p50, double p99, double longest) {

    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, longest %.1f ms", p50, p99, longest);
    }
}
