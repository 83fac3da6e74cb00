package dev.parley.core.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import dev.parley.ports.agent.WebhookSecret;
import dev.parley.ports.in.SecretChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Secret CHOSEN = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final WebhookSecrets secrets = new WebhookSecrets(new Random(3));

    @Test
    void a_made_secret_is_valid() {
        assertTrue(WebhookSecrets.isValid(secrets.first(new SecretChange.Keep()).current()));
    }

    @Test
    void a_chosen_secret_is_taken() {
        assertEquals(CHOSEN, secrets.first(new SecretChange.Set(CHOSEN)).current());
    }

    @ParameterizedTest @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_***not base64***"})
    void a_short_or_strange_secret_is_not_valid(String secret) {
        assertFalse(WebhookSecrets.isValid(new Secret(secret)));
    }

    @Test
    void old_and_new_sign_for_a_day() {
        WebhookSecret before = WebhookSecret.of(CHOSEN);
        WebhookSecret after = secrets.changed(before, new SecretChange.Renew(), NOW);

        assertEquals(List.of(after.current(), CHOSEN), after.signingAt(NOW.plus(Duration.ofHours(23))));
        assertEquals(List.of(after.current()), after.signingAt(NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void the_same_secret_again_changes_nothing() {
        WebhookSecret before = WebhookSecret.of(CHOSEN);

        assertEquals(before, secrets.changed(before, new SecretChange.Set(CHOSEN), NOW));
        assertEquals(before, secrets.changed(before, new SecretChange.Keep(), NOW));
    }
}
