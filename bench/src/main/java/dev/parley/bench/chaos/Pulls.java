package dev.parley.bench.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much trouble there is.
 *
 * @param plugs which are pulled; none of them named means all
 * @param gap from one to the next, on average
 */
public record Pulls(Set<Plug> plugs, Duration gap) {

    private static final Duration SHORTEST_GAP = Duration.ofMillis(100);

    /** All of them, one after the other. */
    static final Pulls USUAL = new Pulls(Set.of(), Duration.ofSeconds(3));

    /** Takes a copy. */
    public Pulls {
        plugs = Set.copyOf(plugs);
        if (gap.compareTo(SHORTEST_GAP) < 0) {
            throw new IllegalArgumentException("the gap between two plugs is 0.1 s at least");
        }
    }

    /** This one, and no others but those that are named as well. */
    Pulls only(Plug plug) {
        EnumSet<Plug> more = EnumSet.of(plug);
        more.addAll(plugs);
        return new Pulls(more, gap);
    }

    Pulls every(Duration other) {
        return new Pulls(plugs, other);
    }

    boolean allow(Plug plug) {
        return plugs.isEmpty() || plugs.contains(plug);
    }

    /** On the command line; nothing for what is usual. */
    String words() {
        String named = plugs.stream().sorted().map(plug -> " --plug " + plug.word()).collect(Collectors.joining());
        return equals(USUAL) ? "" : named + " --gap " + gap.toMillis() / 1000.0;
    }
}
