package dev.parley.app.config;

import dev.parley.llm.ModelConfig;
import dev.parley.persistence.PersistenceConfig;
import dev.parley.ports.Secret;
import dev.parley.webhook.Cidr;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator decides. Immutable; prints no secret.
 *
 * @param server where we listen and how much we take
 * @param storage where everything is kept
 * @param journalBytes how much of what carriers bring is kept while the database is away
 * @param databaseWait how long a start waits for a database that is not there yet
 * @param apiKey a key of the organization {@code default} that is to exist
 * @param models the language models; one is called {@value #DEFAULT_MODEL}
 * @param plugins a folder of further provider jars, which need not be there
 * @param providerUrls where the APIs of providers are, by the provider's name, when not at the vendor's own address
 * @param allowedNetworks private networks that customers' URLs may lead into
 */
public record Configuration(
        Server server,
        PersistenceConfig storage,
        long journalBytes,
        Duration databaseWait,
        Optional<Secret> apiKey,
        List<ModelConfig> models,
        Path plugins,
        Map<String, URI> providerUrls,
        List<Cidr> allowedNetworks) {

    /** The name of the model for agents that do not choose. */
    public static final String DEFAULT_MODEL = "default";

    /** Copies the collections. */
    public Configuration {
        models = List.copyOf(models);
        providerUrls = Map.copyOf(providerUrls);
        allowedNetworks = List.copyOf(allowedNetworks);
    }

    /** Says little: there are secrets in almost everything. */
    @Override
    public String toString() {
        return "Configuration[" + server + "]";
    }

    /**
     * Reads it.
     *
     * @param environment the variables of the process
     * @param folder where {@code application.yaml} may lie
     * @throws WrongSetting when something is set that cannot be taken, or not set that is needed
     */
    public static Configuration read(Map<String, String> environment, Path folder) {
        return new ConfigurationReader(environment, folder).read();
    }

    /**
     * Where we listen and how much we take.
     *
     * @param address on which address
     * @param port on which port; 0 for any that is free
     * @param publicUrl where carriers and browsers find us, without a slash at its end, when that is another address
     * @param connections how many there may be at once
     * @param idle how long one may be silent
     * @param drain how long what has begun may take once we are told to stop
     */
    public record Server(InetAddress address, int port, Optional<URI> publicUrl, int connections, Duration idle, Duration drain) {}
}
