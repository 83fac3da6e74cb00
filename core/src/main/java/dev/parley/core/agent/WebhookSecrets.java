package dev.parley.core.agent;

import dev.parley.ports.Secret;
import dev.parley.ports.agent.WebhookSecret;
import dev.parley.ports.in.SecretChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Makes and changes the secrets that webhooks are signed with.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks 1.0</a>
 */
final class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MADE_BYTES = 32;
    private static final int MOST_BYTES = 64;
    private static final Duration BOTH_SIGN = Duration.ofHours(24);

    private final RandomGenerator random;

    WebhookSecrets(RandomGenerator random) {
        this.random = random;
    }

    static boolean isValid(Secret secret) {
        String text = secret.reveal();
        if (!text.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    WebhookSecret first(SecretChange wanted) {
        return WebhookSecret.of(wanted instanceof SecretChange.Set(var secret) ? secret : make());
    }

    WebhookSecret changed(WebhookSecret before, SecretChange wanted, Instant now) {
        return switch (wanted) {
            case SecretChange.Keep _ -> before;
            case SecretChange.Renew _ -> before.rotated(make(), now.plus(BOTH_SIGN));
            case SecretChange.Set(var secret) -> secret.equals(before.current()) ? before : before.rotated(secret, now.plus(BOTH_SIGN));
        };
    }

    private Secret make() {
        byte[] bytes = new byte[MADE_BYTES];
        random.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }
}
