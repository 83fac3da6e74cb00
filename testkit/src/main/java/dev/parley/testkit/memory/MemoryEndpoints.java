package dev.parley.testkit.memory;

import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.out.Endpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record MemoryEndpoints(Memory memory, MemoryDeliveries deliveries) implements Endpoints {

    @Override
    public EndpointHealth health(Endpoint endpoint) {
        return memory.atomically(() -> memory.health(endpoint));
    }

    @Override
    public boolean failed(Endpoint endpoint, int mostFailures, Duration pause) {
        return memory.atomically(() -> {
            EndpointHealth before = memory.health(endpoint);
            boolean isTooMuch = before.failures() + 1 >= mostFailures;
            Optional<Instant> paused = isTooMuch ? Optional.of(later(before, pause)) : before.pausedUntil();
            memory.endpoints.put(endpoint, new EndpointHealth(before.failures() + 1, paused, before.disabledAt()));
            return isTooMuch && before.pausedUntil().isEmpty();
        });
    }

    @Override
    public boolean tryAgain(Endpoint endpoint, Duration pause) {
        return memory.atomically(() -> {
            EndpointHealth before = memory.health(endpoint);
            Instant now = memory.now();
            boolean isOurs = before.pausedUntil().map(until -> !until.isAfter(now)).orElse(false);
            if (isOurs) {
                memory.endpoints.put(endpoint,
                        new EndpointHealth(before.failures(), Optional.of(now.plus(pause)), before.disabledAt()));
            }
            return isOurs;
        });
    }

    @Override
    public boolean recovered(Endpoint endpoint) {
        return memory.atomically(() -> {
            EndpointHealth before = memory.health(endpoint);
            if (before.disabledAt().isPresent()) {
                return false;
            }
            memory.endpoints.remove(endpoint);
            return before.pausedUntil().isPresent();
        });
    }

    @Override
    public void enable(Endpoint endpoint) {
        memory.atomically(() -> {
            memory.endpoints.remove(endpoint);
        });
    }

    @Override
    public void release(Endpoint endpoint, int perSecond) {
        memory.atomically(() -> deliveries.release(endpoint, perSecond));
    }

    private Instant later(EndpointHealth before, Duration pause) {
        Instant end = memory.now().plus(pause);
        return before.pausedUntil().filter(end::isBefore).orElse(end);
    }
}
