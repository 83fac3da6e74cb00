package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.out.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reports about texts that are not known yet. Only ever touched under the lock of {@link Memory}. */
final class Reports {

    private final List<Parked> parked = new ArrayList<>();

    void park(ConnectionId connection, StatusReport report) {
        parked.add(new Parked(connection, report));
    }

    /** Takes out what came for a text of that name, in the order in which it came. */
    List<StatusReport> take(Predicate<ConnectionId> through, String providerId) {
        List<Parked> found = parked.stream()
                .filter(p -> through.test(p.connection()) && p.report().providerMessageId().equals(providerId))
                .toList();
        parked.removeAll(found);
        return found.stream().map(Parked::report).toList();
    }

    private record Parked(ConnectionId connection, StatusReport report) {}
}
