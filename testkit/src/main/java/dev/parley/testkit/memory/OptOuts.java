package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Opt-outs in force. Only ever touched under the lock of {@link Memory}. */
final class OptOuts {

    private final Set<OptOut> inForce = new HashSet<>();
    private final Map<OptOut, Instant> lastWord = new HashMap<>();
    private final Set<Told> told = new HashSet<>();

    boolean holds(OrganizationId organization, PhoneNumber ours, String contact) {
        return inForce.contains(new OptOut(organization, ours, contact));
    }

    /** Remembers one, unless the contact has said something else since. */
    void add(OrganizationId organization, PhoneNumber ours, String contact, Instant at) {
        var optOut = new OptOut(organization, ours, contact);
        if (isNews(optOut, at) && inForce.add(optOut)) {
            lastWord.put(optOut, at);
        }
    }

    /** Lifts it; false when there was none, or the contact has said so since. */
    boolean lift(OrganizationId organization, PhoneNumber ours, String contact, Instant at) {
        var optOut = new OptOut(organization, ours, contact);
        boolean isLifted = isNews(optOut, at) && inForce.remove(optOut);
        if (isLifted) {
            lastWord.put(optOut, at);
        }
        return isLifted;
    }

    private boolean isNews(OptOut about, Instant at) {
        return !lastWord.getOrDefault(about, Instant.MIN).isAfter(at);
    }

    /** A provider tells of one in a report about that text of its; false when it did so before. */
    boolean tell(ConnectionId connection, String providerId) {
        return told.add(new Told(connection, providerId));
    }

    private record Told(ConnectionId connection, String providerId) {}

    private record OptOut(OrganizationId organization, PhoneNumber ours, String contact) {}
}
