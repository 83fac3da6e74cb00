package dev.parley.testkit.memory;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.out.AssignedNumberStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryNumbers(Memory memory) implements AssignedNumberStore {

    @Override
    public boolean insert(AssignedNumber number) {
        return memory.atomically(() -> memory.numbers.values().stream().noneMatch(n -> n.number().equals(number.number()))
                && memory.numbers.putIfAbsent(number.id(), number) == null);
    }

    @Override
    public Optional<AssignedNumber> find(OrganizationId organization, AssignedNumberId id) {
        return memory.atomically(() -> of(organization).filter(n -> n.id().equals(id)).findFirst());
    }

    @Override
    public Optional<AssignedNumber> findByNumber(OrganizationId organization, PhoneNumber number) {
        return memory.atomically(() -> memory.number(organization, number));
    }

    @Override
    public List<AssignedNumber> ofAgent(OrganizationId organization, AgentId agent) {
        return memory.atomically(() -> of(organization).filter(n -> n.agent().filter(agent::equals).isPresent())
                .sorted(Comparator.comparing(AssignedNumber::createdAt))
                .toList());
    }

    @Override
    public Page<AssignedNumber> list(OrganizationId organization, PageRequest page) {
        return memory.atomically(() -> Pages.cut(of(organization), n -> new Cursor(n.createdAt(), n.id().value()), page));
    }

    @Override
    public boolean update(AssignedNumber number) {
        return memory.atomically(() -> {
            Optional<AssignedNumber> stored =
                    of(number.organization()).filter(n -> n.id().equals(number.id()) && n.version() == number.version()).findFirst();
            stored.ifPresent(old -> memory.numbers.put(old.id(), replaced(old, number)));
            return stored.isPresent();
        });
    }

    @Override
    public boolean delete(OrganizationId organization, AssignedNumberId id) {
        return memory.atomically(() -> memory.numbers.values().removeIf(n -> n.organization().equals(organization) && n.id().equals(id)));
    }

    private Stream<AssignedNumber> of(OrganizationId organization) {
        return memory.numbers.values().stream().filter(n -> n.organization().equals(organization));
    }

    private static AssignedNumber replaced(AssignedNumber old, AssignedNumber n) {
        return new AssignedNumber(
                old.id(),
                old.organization(),
                old.number(),
                n.connection(),
                n.agent(),
                old.version() + 1,
                old.createdAt(),
                n.updatedAt());
    }
}
