package dev.parley.app.http;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.IdempotencyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers in memory. */
class FakeIdempotency implements IdempotencyStore {

    private record Key(OrganizationId organization, String key) {}

    private record Entry(String fingerprint, MessageId message, Optional<Answer> answer) {}

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
        Entry known = entries.putIfAbsent(new Key(organization, key), new Entry(fingerprint, message, Optional.empty()));
        if (known == null) {
            return new Attempt.Execute(message);
        }
        if (!known.fingerprint().equals(fingerprint)) {
            return new Attempt.Mismatch();
        }
        return known.answer().<Attempt>map(Attempt.Replay::new).orElseGet(Attempt.InProgress::new);
    }

    @Override
    public void finish(OrganizationId organization, String key, Answer answer) {
        entries.computeIfPresent(new Key(organization, key), (_, e) -> new Entry(e.fingerprint(), e.message(), Optional.of(answer)));
    }

    @Override
    public void abandon(OrganizationId organization, String key) {
        entries.remove(new Key(organization, key));
    }

    /** What was remembered. */
    Optional<Answer> answer(OrganizationId organization, String key) {
        return Optional.ofNullable(entries.get(new Key(organization, key))).flatMap(Entry::answer);
    }
}
