package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.OrganizationStore;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers organizations for a moment, since every reply and every request asks for one; see {@link RecentDirectory}. Thread-safe. */
final class RecentOrganizations implements OrganizationStore {

    private final OrganizationStore organizations;
    private final Recent<OrganizationId, Organization> found;

    RecentOrganizations(OrganizationStore organizations, LongSupplier nanos) {
        this.organizations = organizations;
        found = new Recent<>(nanos);
    }

    @Override
    public boolean insert(Organization organization) {
        return organizations.insert(organization);
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return found.find(id, () -> organizations.find(id));
    }

    @Override
    public Optional<Organization> findByName(String name) {
        return organizations.findByName(name);
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        return organizations.list(page);
    }

    @Override
    public boolean update(Organization organization) {
        try {
            return organizations.update(organization);
        } finally {
            found.forget();
        }
    }
}
