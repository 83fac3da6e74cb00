package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection to Vonage. Refined step by step.
 *
 * @param settings what it is given
 * @param base where Vonage is
 * @param now what time it is
 */
record Vonage(Map<String, String> settings, Optional<URI> base, Instant now) {

    static final String KEY = "abcd1234";
    static final String SECRET = "s3cr3tOfTheAccount";
    static final String SIGNATURE_SECRET = "abcdefg12345SECRET";

    /** When the examples were signed. */
    static final Instant NOW = Instant.ofEpochSecond(1_577_880_000);

    static Vonage connection() {
        return new Vonage(Map.of("apiKey", KEY, "apiSecret", SECRET, "signatureSecret", SIGNATURE_SECRET), Optional.empty(), NOW);
    }

    Vonage with(String key, String value) {
        var more = new HashMap<>(settings);
        more.put(key, value);
        return new Vonage(Map.copyOf(more), base, now);
    }

    Vonage without(String key) {
        var fewer = new HashMap<>(settings);
        fewer.remove(key);
        return new Vonage(Map.copyOf(fewer), base, now);
    }

    Vonage at(URI otherBase) {
        return new Vonage(settings, Optional.of(otherBase), now);
    }

    Vonage at(Instant otherTime) {
        return new Vonage(settings, base, otherTime);
    }

    SmsProvider open() {
        return open(Timeouts.USUAL);
    }

    SmsProvider open(Timeouts timeouts) {
        var secrets = new HashMap<String, Secret>();
        settings.forEach((key, value) -> secrets.put(key, new Secret(value)));
        return VonageProviderFactory.create(new ProviderSetup(new Settings(secrets), base, InstantSource.fixed(now)), timeouts);
    }

    Verdict check(WebhookRequest request) {
        return open().check(request);
    }

    /** Why a webhook is not believed. */
    String refusal(WebhookRequest request) {
        return assertInstanceOf(Verdict.Forged.class, check(request)).why();
    }

    void assertGenuine(WebhookRequest request) {
        assertEquals(new Verdict.Genuine(), check(request));
    }

    /** The only event in a webhook that is genuine. */
    WebhookEvent read(WebhookRequest request) {
        SmsProvider provider = open();
        WebhookCheck check = WebhookCheck.of(provider, request);
        List<WebhookEvent> events = provider.read(assertInstanceOf(WebhookCheck.Passed.class, check, check::toString).webhook());
        assertEquals(1, events.size());
        return events.getFirst();
    }
}
