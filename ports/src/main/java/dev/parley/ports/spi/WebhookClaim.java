package dev.parley.ports.spi;

import java.util.Optional;

/**
 * Whom an unverified webhook says it is for. A hint for finding candidates, never a reason to believe it. Immutable; does not print
 * the number.
 *
 * @param ourNumber the number of ours that it names, as the provider writes it
 * @param account the account that it names: compared with the setting marked {@link SettingKey#identifiesAccount()}
 */
public record WebhookClaim(Optional<String> ourNumber, Optional<String> account) {

    /** It names nobody. */
    public static final WebhookClaim NONE = new WebhookClaim(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "WebhookClaim[" + account.orElse("") + "]";
    }
}
