package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

record MemoryMissedTexts(Memory memory, MemoryQuarantine quarantine, MemoryLongTexts longTexts) implements MissedTexts {

    @Override
    public void ask(OrganizationId organization, ConnectionId connection, Duration delay) {
        memory.atomically(() -> memory.work.makeDue(WorkKey.catchUp(organization, connection), memory.now().plus(delay)));
    }

    @Override
    public Optional<Instant> askedUntil(Claim claim) {
        return memory.atomically(
                () -> memory.work.holds(claim) ? Optional.ofNullable(memory.askedUntil.get(connection(claim))) : Optional.empty());
    }

    @Override
    public Set<String> known(OrganizationId organization, ConnectionId connection, List<String> providerMessageIds) {
        return memory.atomically(
                () -> memory.connection(organization, connection).isEmpty() ? Set.of()
                        : providerMessageIds.stream()
                                .filter(name -> memory.texts.hasCome(c -> memory.areSiblings(c, connection), name)
                                        || quarantine.holds(connection, name)
                                        || longTexts.hasCome(connection, name))
                                .collect(Collectors.toSet()));
    }

    @Override
    public boolean asked(Claim claim, Instant until, Duration delay) {
        return memory.atomically(() -> {
            boolean isOurs = memory.work.beginLater(claim, delay);
            if (isOurs) {
                memory.askedUntil.put(connection(claim), until);
            }
            return isOurs;
        });
    }

    @Override
    public boolean end(Claim claim) {
        return memory.atomically(() -> {
            boolean isOurs = memory.work.holds(claim);
            if (isOurs) {
                memory.work.end(claim);
                memory.askedUntil.remove(connection(claim));
            }
            return isOurs;
        });
    }

    private static ConnectionId connection(Claim claim) {
        return new ConnectionId(claim.key().subject());
    }
}
