package dev.parley.testkit.memory;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.Suppressions;

record MemorySuppressions(Memory memory) implements Suppressions {

    @Override
    public boolean isOptedOut(OrganizationId organization, PhoneNumber ours, String contact) {
        return memory.atomically(() -> memory.optOuts.holds(organization, ours, contact));
    }

    @Override
    public void optOut(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        memory.atomically(() -> memory.optOuts.add(organization, ours, contact, event.at()));
    }

    @Override
    public void optIn(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
        memory.atomically(() -> memory.optOuts.lift(organization, ours, contact, event.at()));
    }
}
