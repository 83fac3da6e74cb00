package dev.parley.ports.out;

import dev.parley.ports.connection.Connection;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Optional;

/** The SMS providers of this installation. Thread-safe. */
public interface Providers {

    /** All of them, by name. */
    List<ProviderDescription> descriptions();

    /** The one of that name. */
    Optional<ProviderDescription> description(String name);

    /**
     * The provider of a connection; the same object as long as the connection is unchanged.
     *
     * @throws IllegalArgumentException when there is no such provider or its settings cannot be used
     */
    SmsProvider open(Connection connection);

    /**
     * Whether these settings can be used.
     *
     * @return what is wrong with them, in a sentence that holds no value; empty when nothing is
     */
    Optional<String> refusal(String provider, Settings settings);

    /** Whom an unverified webhook claims to be for; see {@link dev.parley.ports.spi.SmsProviderFactory#claim}. */
    Claim claim(String provider, WebhookRequest request);
}
