package dev.parley.testkit.memory;

import dev.parley.ports.AgentId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.out.AgentStore;
import java.util.Optional;

record MemoryAgents(Memory memory) implements AgentStore {

    @Override
    public void insert(Agent agent) {
        memory.atomically(() -> memory.agents.put(agent.id(), agent));
    }

    @Override
    public Optional<Agent> find(OrganizationId organization, AgentId id) {
        return memory.atomically(() -> memory.agent(organization, id));
    }

    @Override
    public Page<Agent> list(OrganizationId organization, PageRequest page) {
        return memory.atomically(() -> Pages.cut(memory.agents.values().stream().filter(a -> a.organization().equals(organization)),
                a -> new Cursor(a.createdAt(), a.id().value()), page));
    }

    @Override
    public boolean update(Agent agent) {
        return memory.atomically(() -> {
            Optional<Agent> stored = memory.agent(agent.organization(), agent.id()).filter(a -> a.version() == agent.version());
            stored.ifPresent(old -> memory.agents.put(old.id(), replaced(old, agent)));
            return stored.isPresent();
        });
    }

    @Override
    public boolean delete(OrganizationId organization, AgentId id) {
        return memory.atomically(() -> {
            Optional<Agent> stored = memory.agent(organization, id);
            stored.ifPresent(a -> memory.agents.remove(a.id()));
            stored.ifPresent(a -> memory.numbers.replaceAll((_, n) -> n.agent().filter(a.id()::equals).isPresent() ? orphaned(n) : n));
            return stored.isPresent();
        });
    }

    private static Agent replaced(Agent old, Agent a) {
        return new Agent(
                old.id(),
                old.organization(),
                a.name(),
                a.status(),
                a.connection(),
                a.config(),
                a.defaultVariables(),
                a.webhookSecret(),
                old.version() + 1,
                old.createdAt(),
                a.updatedAt());
    }

    private static AssignedNumber orphaned(AssignedNumber n) {
        return new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                n.connection(),
                Optional.empty(),
                n.version() + 1,
                n.createdAt(),
                n.updatedAt());
    }
}
