package dev.parley.vonage;

import dev.parley.ports.Secret;
import java.util.Optional;

/**
 * Who we are at Vonage. Immutable; prints no secret.
 *
 * @param apiKey the account
 * @param apiSecret the secret of that account
 * @param signing how it signs what it sends us
 * @param application who sends by the Messages API, when it is not the account itself
 * @param api by which API texts are sent
 */
record VonageAccount(String apiKey, Secret apiSecret, Signing signing, Optional<Application> application, ApiChoice api) {

    /**
     * How an account signs webhooks.
     *
     * @param secret the signature secret; without it no webhook can be believed
     * @param method how it signs those of the SMS API
     */
    record Signing(Optional<Secret> secret, SignatureMethod method) {}

    /**
     * An application of the account.
     *
     * @param id its UUID
     * @param privateKey its RSA key, PKCS #8 in PEM
     */
    record Application(String id, Secret privateKey) {}
}
