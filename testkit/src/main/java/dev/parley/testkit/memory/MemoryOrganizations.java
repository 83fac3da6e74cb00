package dev.parley.testkit.memory;

import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.OrganizationStore;
import java.util.Optional;

record MemoryOrganizations(Memory memory) implements OrganizationStore {

    @Override
    public boolean insert(Organization organization) {
        return memory.atomically(
                () -> named(organization.name()).isEmpty() && memory.organizations.putIfAbsent(organization.id(), organization) == null);
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return memory.atomically(() -> Optional.ofNullable(memory.organizations.get(id)));
    }

    @Override
    public Optional<Organization> findByName(String name) {
        return memory.atomically(() -> named(name));
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        return memory
                .atomically(() -> Pages.cut(memory.organizations.values().stream(), o -> new Cursor(o.createdAt(), o.id().value()), page));
    }

    @Override
    public boolean update(Organization organization) {
        return memory.atomically(() -> memory.organizations.computeIfPresent(organization.id(),
                (_, old) -> new Organization(old.id(), organization.name(), organization.status(), old.createdAt())) != null);
    }

    private Optional<Organization> named(String name) {
        return memory.organizations.values().stream().filter(o -> o.name().equals(name)).findFirst();
    }
}
