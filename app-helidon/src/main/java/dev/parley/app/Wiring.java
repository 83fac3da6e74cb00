package dev.parley.app;

import dev.parley.app.config.Configuration;
import dev.parley.app.http.Api;
import dev.parley.app.http.ApiConfig;
import dev.parley.app.provider.Discovery;
import dev.parley.app.provider.ProviderCatalog;
import dev.parley.core.Core;
import dev.parley.core.world.World;
import dev.parley.journal.FileJournal;
import dev.parley.llm.ConfiguredModels;
import dev.parley.persistence.Persistence;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.simulator.SimulatorPhone;
import dev.parley.webhook.AddressPolicy;
import dev.parley.webhook.HttpCustomerWebhooks;
import io.helidon.metrics.api.Metrics;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** Puts core, the adapters and the HTTP side together: the only place that knows them all. */
final class Wiring {

    /** A database that hangs does not answer, and whoever asks about our health wants an answer. */
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private final Configuration configuration;
    private final Address address;
    private final List<SmsProviderFactory> factories;
    private final SecureRandom random = new SecureRandom();
    private final VirtualTasks tasks = new VirtualTasks();
    private final Counts counts = new Counts(Metrics.globalRegistry());
    private final Persistence store;
    private final FileJournal journal;
    private final World.Nature nature;

    private Wiring(Configuration configuration, Address address) {
        this.configuration = configuration;
        this.address = address;
        factories = Discovery.find(configuration.plugins(), Version.TEXT);
        store = Storage.open(configuration, random);
        journal = openJournal();
        nature = new World.Nature(store.clock(), new TimeOrderedIds(store.clock(), random), random, tasks, address.publicUrl());
    }

    /** A node that does nothing yet. */
    static Node wire(Configuration configuration, Address address) {
        return new Wiring(configuration, address).node();
    }

    private FileJournal openJournal() {
        boolean isOpen = false;
        try {
            FileJournal opened = Storage.journal(configuration);
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                store.close();
            }
        }
    }

    private Node node() {
        counts.journal(journal);
        var core = new Core(new World(setup(), traffic(), peers(), nature, new World.Refuge(journal, store.lastKnown())));
        var api = new Api(core.useCases(), store.idempotency(), nature.ids(), nature.clock(), ApiConfig.at(address.publicUrl()));
        var readiness = new Readiness(this::isStoreHealthy, journal);
        return new Node(Front.of(configuration.server(), address, api, readiness), core, readiness, tasks, new Keep(store, journal));
    }

    private boolean isStoreHealthy() {
        return tasks.within(HEALTH_PATIENCE, store::isHealthy).orElse(false);
    }

    private World.Setup setup() {
        return new World.Setup(store.recentOrganizations(), store.apiKeys(), store.connections(), store.numbers(), store.agents());
    }

    private World.Traffic traffic() {
        return new World.Traffic(
                store.recentDirectory(),
                counts.in(store.inbox()),
                store.longTexts(),
                store.replies(),
                counts.in(store.outbox()),
                store.schedule(),
                store.pacing(),
                counts.in(store.deliveries()),
                store.endpoints(),
                counts.in(store.work()),
                store.messages(),
                store.conversations(),
                store.suppressions(),
                store.quarantine(),
                store.signatureFailures(),
                counts.in(store.lostSends()),
                store.missedTexts());
    }

    private World.Peers peers() {
        var phone = new SimulatorPhone(address::url, nature.clock(), random);
        var urls = new HashMap<>(configuration.providerUrls());
        urls.put(phone.provider(), address.url());
        return new World.Peers(
                new ProviderCatalog(factories, urls, nature.clock()),
                counts.in(new ConfiguredModels(configuration.models(), Configuration.DEFAULT_MODEL)),
                new HttpCustomerWebhooks(new AddressPolicy(configuration.allowedNetworks()), Version.TEXT),
                phone);
    }
}
