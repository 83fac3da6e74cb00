package dev.parley.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What is pulled when, drawn before anything begins.
 *
 * @param steps by time
 */
record Plan(List<Step> steps) {

    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 8_000;

    private static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * One thing that is pulled.
     *
     * @param at from the begin
     * @param node which of them, if it is one
     * @param length until it is put back
     */
    record Step(Duration at, Plug plug, int node, Duration length) {

        @Override
        public String toString() {
            return "%7.3f s  %s%s for %.3f s".formatted(at.toMillis() / 1e3, plug, plug.thing() == Plug.Thing.NODE ? " " + node : "",
                    length.toMillis() / 1e3);
        }
    }

    /** Beside a planted bug only the businesses fail, so that events are told again: what is found is the bug. */
    static Plan draw(Options options, RandomGenerator random) {
        if (options.bug().isPresent()) {
            return new Plan(List.of(new Step(Duration.ZERO, Plug.CONFUSE_SINK, 0, options.length())));
        }
        var deck = new ArrayList<Plug>();
        var steps = new ArrayList<Step>();
        for (Duration at = gap(options, random); at.compareTo(options.length()) < 0; at = at.plus(gap(options, random))) {
            if (deck.isEmpty()) {
                deck.addAll(shuffled(options, random));
            }
            Plug plug = deck.removeLast();
            int node = plug.thing() == Plug.Thing.NODE ? random.nextInt(options.nodes()) : 0;
            steps.add(new Step(at, plug, node, length(plug, at, options, random)));
        }
        return new Plan(List.copyOf(steps));
    }

    /** Every plug as often as its weight says, so that even a short run sees most of them. */
    private static List<Plug> shuffled(Options options, RandomGenerator random) {
        List<Plug> deck = Arrays.stream(Plug.values())
                .filter(plug -> options.isMariaDb() || !plug.concernsMariaDb())
                .filter(options.pulls()::allow)
                .filter(plug -> options.hazards().contains(Hazard.FULL_DISK) || plug != Plug.FILL_DISK)
                .flatMap(plug -> Collections.nCopies(plug.weight(), plug).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(deck, random);
        return deck;
    }

    /** A third of the average to five thirds. */
    private static Duration gap(Options options, RandomGenerator random) {
        int third = (int) options.pulls().gap().toMillis() / 3;
        return Duration.ofMillis(random.nextInt(third, 5 * third));
    }

    /** A freeze is long where another node goes on, and while there is time to see what comes of it. */
    private static Duration length(Plug plug, Duration at, Options options, RandomGenerator random) {
        Duration drawn = Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        Duration outlived = drawn.plus(LEASE);
        boolean isLong = plug == Plug.FREEZE_NODE && options.nodes() > 1 && at.plus(outlived).compareTo(options.length()) < 0;
        return isLong ? outlived : drawn;
    }
}
