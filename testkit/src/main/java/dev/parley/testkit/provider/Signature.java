package dev.parley.testkit.provider;

import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * How a provider proves that a webhook is its own. Write it from the provider's documentation, not from the adapter: two
 * readings of one page find each other's mistakes. Equal arguments give equal results, so take a constant for a nonce.
 */
@FunctionalInterface
public interface Signature {

    /**
     * Signs a webhook.
     *
     * @param webhook as the provider is about to post it
     * @param account whose webhook it is: take the secret from here
     * @param now the time, for signatures that contain it
     * @return the same webhook with what the provider adds, see {@link Webhook#withHeader} and {@link Webhook#withParameter}
     * @throws GeneralSecurityException as the classes of the JDK that sign do; it makes the rule red
     */
    Webhook sign(Webhook webhook, Account account, Instant now) throws GeneralSecurityException;
}
