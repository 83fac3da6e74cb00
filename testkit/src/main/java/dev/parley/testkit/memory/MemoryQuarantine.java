package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.out.Quarantine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class MemoryQuarantine implements Quarantine {

    private final Memory memory;
    private final List<QuarantinedText> held = new ArrayList<>();

    MemoryQuarantine(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void hold(QuarantinedText text) {
        memory.atomically(() -> {
            if (held.stream()
                    .noneMatch(h -> h.connection().equals(text.connection()) && h.providerMessageId().equals(text.providerMessageId()))) {
                held.add(text);
            }
        });
    }

    boolean holds(ConnectionId connection, String providerMessageId) {
        return held.stream()
                .anyMatch(h -> memory.areSiblings(h.connection(), connection) && h.providerMessageId().equals(providerMessageId));
    }

    @Override
    public Optional<QuarantinedText> find(OrganizationId organization, UUID id) {
        return memory.atomically(() -> held.stream().filter(t -> t.organization().equals(organization) && t.id().equals(id)).findFirst());
    }

    @Override
    public boolean remove(OrganizationId organization, UUID id) {
        return memory.atomically(() -> held.removeIf(t -> t.organization().equals(organization) && t.id().equals(id)));
    }

    @Override
    public Page<QuarantinedText> list(OrganizationId organization, PageRequest page) {
        return memory.atomically(() -> Pages.cut(held.stream().filter(t -> t.organization().equals(organization)),
                t -> new Cursor(t.receivedAt(), t.id()), page));
    }
}
