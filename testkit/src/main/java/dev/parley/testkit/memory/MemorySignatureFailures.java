package dev.parley.testkit.memory;

import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.out.SignatureFailures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class MemorySignatureFailures implements SignatureFailures {

    private static final int KEPT = 100;

    private final Memory memory;
    private final List<SignatureFailure> all = new ArrayList<>();

    MemorySignatureFailures(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void record(SignatureFailure failure) {
        memory.atomically(() -> {
            all.add(failure);
            List<SignatureFailure> ofConnection = all.stream()
                    .filter(f -> f.connection().equals(failure.connection()))
                    .sorted(Comparator.comparing(SignatureFailure::at))
                    .toList();
            all.removeAll(ofConnection.subList(0, Math.max(0, ofConnection.size() - KEPT)));
        });
    }

    @Override
    public Page<SignatureFailure> list(OrganizationId organization, PageRequest page) {
        return memory.atomically(
                () -> Pages.cut(all.stream().filter(f -> f.organization().equals(organization)), f -> new Cursor(f.at(), f.id()), page));
    }
}
