package dev.parley.persistence;

import dev.parley.testkit.store.Stores;
import dev.parley.testkit.store.StoresUnderTest;
import java.security.SecureRandom;

/** Open stores and, beside them, a way to their tables. */
record Opened(Persistence persistence, Tables tables) implements AutoCloseable {

    static Opened on(PersistenceConfig config) {
        String url = config.url().orElseGet(() -> "jdbc:h2:file:" + config.dataDir().toAbsolutePath().resolve("parley"));
        Persistence persistence = Persistence.open(config, new SecureRandom());
        return new Opened(persistence, new Tables(config, new Pools(Dialect.of(url).orElseThrow(), url, config).completeUrl()));
    }

    Stores stores() {
        Persistence p = persistence;
        return new Stores(
                p.organizations(),
                p.apiKeys(),
                p.connections(),
                p.numbers(),
                p.agents(),
                p.directory(),
                p.inbox(),
                p.longTexts(),
                p.replies(),
                p
                        .outbox(),
                p.schedule(),
                p.pacing(),
                p.deliveries(),
                p.endpoints(),
                p.work(),
                p.messages(),
                p.conversations(),
                p.suppressions(),
                p.quarantine(),
                p
                        .signatureFailures(),
                p.idempotency(),
                p.lostSends(),
                p.missedTexts());
    }

    StoresUnderTest empty() {
        tables.empty();
        return new StoresUnderTest(stores(), persistence.clock(), tables::pass);
    }

    @Override
    public void close() {
        tables.close();
        persistence.close();
    }
}
