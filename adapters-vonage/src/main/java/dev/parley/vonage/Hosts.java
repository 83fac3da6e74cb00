package dev.parley.vonage;

import dev.parley.ports.spi.ProviderSetup;
import java.net.URI;

/**
 * Where Vonage is.
 *
 * @param rest the SMS API and the account
 * @param api the Messages API and the applications
 */
record Hosts(URI rest, URI api) {

    /**
     * One place for all, or the vendor's own.
     *
     * @throws IllegalArgumentException when the place is no address of HTTP
     */
    static Hosts of(ProviderSetup setup) {
        setup.baseUrl().ifPresent(Hosts::check);
        return new Hosts(URI.create(setup.baseUrl("https://rest.nexmo.com")), URI.create(setup.baseUrl("https://api.nexmo.com")));
    }

    private static void check(URI url) {
        if (!("https".equals(url.getScheme()) || "http".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("the base URL of Vonage's API must be absolute, with http or https");
        }
    }
}
