package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.util.HashSet;
import java.util.Set;

/** Opt-outs in force. Only ever touched under the lock of {@link Memory}. */
final class OptOuts {

    private final Set<OptOut> inForce = new HashSet<>();
    private final Set<Told> told = new HashSet<>();

    boolean holds(OrganizationId organization, PhoneNumber ours, String contact) {
        return inForce.contains(new OptOut(organization, ours, contact));
    }

    void add(OrganizationId organization, PhoneNumber ours, String contact) {
        inForce.add(new OptOut(organization, ours, contact));
    }

    /** Lifts it; false when there was none. */
    boolean lift(OrganizationId organization, PhoneNumber ours, String contact) {
        return inForce.remove(new OptOut(organization, ours, contact));
    }

    /** A provider tells of one in a report about that text of its; false when it did so before. */
    boolean tell(ConnectionId connection, String providerId) {
        return told.add(new Told(connection, providerId));
    }

    private record Told(ConnectionId connection, String providerId) {}

    private record OptOut(OrganizationId organization, PhoneNumber ours, String contact) {}
}
