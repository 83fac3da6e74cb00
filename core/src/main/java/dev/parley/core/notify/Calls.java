package dev.parley.core.notify;

import dev.parley.ports.notify.Endpoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of this process that are going on. Thread-safe. */
final class Calls {

    /** One customer whose server is slow must not hold all threads and sockets, nor be run over when it is back. */
    private static final int MOST_OF_ONE_ENDPOINT = 4;

    private final Map<Endpoint, Integer> going = new ConcurrentHashMap<>();

    /** Whether one more may begin; it has to {@link #end} then. */
    boolean begin(Endpoint endpoint) {
        boolean[] isLetIn = new boolean[1];
        going.compute(endpoint, (_, count) -> {
            int before = count == null ? 0 : count;
            isLetIn[0] = before < MOST_OF_ONE_ENDPOINT;
            return isLetIn[0] ? before + 1 : before;
        });
        return isLetIn[0];
    }

    void end(Endpoint endpoint) {
        going.computeIfPresent(endpoint, (_, count) -> count > 1 ? count - 1 : null);
    }
}
