package dev.parley.ports.agent;

import dev.parley.ports.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the webhooks of an agent are signed with. After a change the old secret signs too for a while. Immutable.
 *
 * @param current the secret, {@code whsec_} and base64 of 24 to 64 bytes
 * @param previous the one before it
 * @param previousUntil how long the one before it signs too
 */
public record WebhookSecret(Secret current, Optional<Secret> previous, Optional<Instant> previousUntil) {

    /** A first secret. */
    public static WebhookSecret of(Secret current) {
        return new WebhookSecret(current, Optional.empty(), Optional.empty());
    }

    /** A new secret, beside which this one signs until {@code until}. */
    public WebhookSecret rotated(Secret next, Instant until) {
        return new WebhookSecret(next, Optional.of(current), Optional.of(until));
    }

    /** The secrets that sign at that time, the current one first. */
    public List<Secret> signingAt(Instant now) {
        Optional<Secret> old = previousUntil.filter(now::isBefore).flatMap(_ -> previous);
        return Stream.concat(Stream.of(current), old.stream()).toList();
    }
}
