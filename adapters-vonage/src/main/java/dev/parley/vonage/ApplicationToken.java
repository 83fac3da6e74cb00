package dev.parley.vonage;

import com.vonage.client.auth.BearerAuthMethod;
import com.vonage.jwt.Jwt;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Logs an application in with a <a href="https://developer.vonage.com/en/getting-started/concepts/authentication#jwts">token</a> of
 * its own for each request. The library's own method writes all of them into one shared map. Thread-safe.
 */
final class ApplicationToken extends BearerAuthMethod {

    private static final int FIRST = 10;

    private final VonageAccount.Application application;
    private final InstantSource clock;

    /**
     * Takes an application.
     *
     * @throws IllegalArgumentException when its key is none
     */
    ApplicationToken(VonageAccount.Application application, InstantSource clock) {
        this.application = application;
        this.clock = clock;
        try {
            getBearerToken();
        } catch (IllegalArgumentException | IllegalStateException noKey) {
            // Without its cause, which may show a part of the key.
            throw new IllegalArgumentException(VonageSettings.PRIVATE_KEY + " is no RSA private key in PEM, -----BEGIN PRIVATE KEY-----");
        }
    }

    @Override
    protected String getBearerToken() {
        return Jwt.builder()
                .applicationId(application.id())
                .privateKeyContents(application.privateKey().reveal())
                .issuedAt(clock.instant().atZone(ZoneOffset.UTC))
                .build()
                .generate();
    }

    @Override
    public int getSortKey() {
        return FIRST;
    }
}
