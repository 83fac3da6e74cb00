package dev.parley.ports.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint has fared lately. Immutable.
 *
 * @param failures how many calls it failed in a row, whatever they were about
 * @param pausedUntil when it may be tried again, when it is being spared; long past when nobody has tried since
 * @param disabledAt when it said that it is gone, when it did: it is not called any more
 */
public record EndpointHealth(int failures, Optional<Instant> pausedUntil, Optional<Instant> disabledAt) {

    /** An endpoint of which nothing bad is known. */
    public static final EndpointHealth GOOD = new EndpointHealth(0, Optional.empty(), Optional.empty());
}
