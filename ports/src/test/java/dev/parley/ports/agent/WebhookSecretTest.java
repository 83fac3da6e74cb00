package dev.parley.ports.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.Secret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WebhookSecretTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Secret FIRST = new Secret("whsec_first");
    private static final Secret SECOND = new Secret("whsec_second");

    @Test
    void a_first_secret_signs_alone() {
        assertEquals(List.of(FIRST), WebhookSecret.of(FIRST).signingAt(NOON));
    }

    @Test
    void after_a_change_both_sign_for_a_while_the_new_one_first() {
        WebhookSecret rotated = WebhookSecret.of(FIRST).rotated(SECOND, NOON);
        assertEquals(List.of(SECOND, FIRST), rotated.signingAt(NOON.minusNanos(1)));
        assertEquals(List.of(SECOND), rotated.signingAt(NOON));
    }

    @Test
    void after_two_changes_the_first_signs_no_more() {
        var third = new Secret("whsec_third");
        WebhookSecret twice = WebhookSecret.of(FIRST).rotated(SECOND, NOON).rotated(third, NOON);
        assertEquals(List.of(third, SECOND), twice.signingAt(NOON.minusSeconds(1)));
    }
}
