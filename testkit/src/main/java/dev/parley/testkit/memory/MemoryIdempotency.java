package dev.parley.testkit.memory;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.IdempotencyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryIdempotency implements IdempotencyStore {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final Memory memory;
    private final Map<Key, Request> requests = new HashMap<>();

    MemoryIdempotency(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
        return memory.atomically(() -> {
            Instant now = memory.now();
            requests.values().removeIf(r -> r.firstBegun().plus(KEPT).isBefore(now));
            Request first = requests.putIfAbsent(new Key(organization, key), Request.begun(fingerprint, message, now));
            return first == null ? new Attempt.Execute(message) : again(new Key(organization, key), first, fingerprint);
        });
    }

    @Override
    public void finish(OrganizationId organization, String key, Answer answer) {
        memory.atomically(
                () -> requests.computeIfPresent(new Key(organization, key), (_, r) -> r.answer().isPresent() ? r : r.answered(answer)));
    }

    @Override
    public void abandon(OrganizationId organization, String key) {
        memory.atomically(() -> requests.remove(new Key(organization, key)));
    }

    private Attempt again(Key key, Request request, String fingerprint) {
        if (!request.fingerprint().equals(fingerprint)) {
            return new Attempt.Mismatch();
        }
        if (request.answer().isPresent()) {
            return new Attempt.Replay(request.answer().get());
        }
        if (memory.now().isBefore(request.lastBegun().plus(GIVEN_UP_AFTER))) {
            return new Attempt.InProgress();
        }
        requests.put(key, request.begunAgain(memory.now()));
        return new Attempt.Execute(request.message());
    }

    private record Key(OrganizationId organization, String key) {}

    private record Request(String fingerprint, MessageId message, Instant firstBegun, Instant lastBegun, Optional<Answer> answer) {

        static Request begun(String fingerprint, MessageId message, Instant now) {
            return new Request(fingerprint, message, now, now, Optional.empty());
        }

        Request begunAgain(Instant now) {
            return new Request(fingerprint, message, firstBegun, now, Optional.empty());
        }

        Request answered(Answer given) {
            return new Request(fingerprint, message, firstBegun, lastBegun, Optional.of(given));
        }
    }
}
