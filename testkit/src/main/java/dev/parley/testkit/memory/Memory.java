package dev.parley.testkit.memory;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.ScheduledText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything that is kept. Whoever touches it holds the one lock: that makes each step a transaction. */
final class Memory {

    final Map<OrganizationId, Organization> organizations = new HashMap<>();
    final Map<ConnectionId, Connection> connections = new HashMap<>();
    final Map<AssignedNumberId, AssignedNumber> numbers = new HashMap<>();
    final Map<AgentId, Agent> agents = new HashMap<>();
    final Talks talks = new Talks();
    final Texts texts = new Texts();
    final Map<MessageId, ScheduledText> scheduled = new HashMap<>();
    final OptOuts optOuts = new OptOuts();
    final Reports parked = new Reports();
    final Map<Endpoint, EndpointHealth> endpoints = new HashMap<>();
    final Map<MessageId, Search> searches = new HashMap<>();
    final Map<ConnectionId, Instant> askedUntil = new HashMap<>();
    final WorkRows work;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    Memory(InstantSource clock) {
        this.clock = clock;
        work = new WorkRows(clock);
    }

    Instant now() {
        return clock.instant();
    }

    <T> T atomically(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    void atomically(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a name that a provider gives means the same to both. */
    boolean areSiblings(ConnectionId one, ConnectionId other) {
        return one.equals(other) || Optional.ofNullable(connections.get(one))
                .flatMap(a -> Optional.ofNullable(connections.get(other)).filter(b -> isSameAccount(a, b)))
                .isPresent();
    }

    private static boolean isSameAccount(Connection a, Connection b) {
        return a.organization().equals(b.organization()) && a.provider().equals(b.provider())
                && a.accountKey().isPresent()
                && a.accountKey().equals(b.accountKey());
    }

    EndpointHealth health(Endpoint endpoint) {
        return endpoints.getOrDefault(endpoint, EndpointHealth.GOOD);
    }

    Optional<AssignedNumber> number(OrganizationId organization, PhoneNumber number) {
        return numbers.values().stream().filter(n -> n.organization().equals(organization) && n.number().equals(number)).findFirst();
    }

    Optional<Agent> agent(OrganizationId organization, AgentId id) {
        return Optional.ofNullable(agents.get(id)).filter(a -> a.organization().equals(organization));
    }

    Optional<Connection> connection(OrganizationId organization, ConnectionId id) {
        return Optional.ofNullable(connections.get(id)).filter(c -> c.organization().equals(organization));
    }
}
