package dev.parley.persistence;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.out.StoreUnavailable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How stores are opened: now, or later when the database is away.
 *
 * @param config where things are kept
 * @param random for nonces and keys, and for how long to wait before another try
 */
record Opening(PersistenceConfig config, SecureRandom random) {

    /**
     * What all stores are built on.
     *
     * @param connected the database
     * @param vault what keeps secrets
     * @param clock the time
     * @param dataDir where files are kept
     * @param beginning where the numbers of the claims begin
     */
    record Ground(Connected connected, Vault vault, DatabaseClock clock, Path dataDir, int beginning) {

        static Ground of(Connected connected, Vault vault, PersistenceConfig config, SecureRandom random) {
            new Canary(connected.database(), vault).check();
            var clock = new DatabaseClock(connected.database(), System::nanoTime);
            return new Ground(connected, vault, clock, config.dataDir(), random.nextInt());
        }

        /** Does later what is done at once otherwise; a {@link PersistenceRefused} when it cannot be done just now. */
        void connect() {
            boolean isDone = false;
            try {
                connected.connect();
                new Canary(connected.database(), vault).check();
                clock.refresh();
                isDone = true;
            } catch (StoreUnavailable gone) {
                throw new PersistenceRefused(Why.DATABASE_UNREACHABLE, "The database has gone again.", gone);
            } finally {
                if (!isDone) {
                    connected.database().shut();
                }
            }
        }
    }

    Ground now() {
        Dialect dialect = dialect();
        Vault vault = vault(dialect);
        Connected connected = Connected.to(new Pools(dialect, url(), config), random);
        boolean isOpen = false;
        try {
            Ground ground = Ground.of(connected, vault, config, random);
            isOpen = true;
            return ground;
        } finally {
            if (!isOpen) {
                connected.close();
            }
        }
    }

    /** Empty where nothing is known without the database, or where that is a part of this process. */
    Optional<Ground> later(InstantSource guess) {
        Dialect dialect = dialect();
        if (dialect == Dialect.H2) {
            return Optional.empty();
        }
        Vault vault = vault(dialect);
        return new RollFile(config.dataDir(), vault).read().map(_ -> {
            Connected connected = Connected.later(new Pools(dialect, url(), config), random);
            var clock = new DatabaseClock(connected.database(), System::nanoTime, guess.instant());
            return new Ground(connected, vault, clock, config.dataDir(), random.nextInt());
        });
    }

    private String url() {
        return config.url().orElseGet(() -> "jdbc:h2:file:" + config.dataDir().toAbsolutePath().resolve("parley"));
    }

    private Dialect dialect() {
        return Dialect.of(url())
                .orElseThrow(
                        () -> new PersistenceRefused(
                                Why.UNSUPPORTED_URL,
                                "The database URL begins with neither jdbc:mysql: nor jdbc:h2:."));
    }

    private Vault vault(Dialect dialect) {
        return new Vault(EncryptionKey.parse(config.encryptionKey().orElseGet(() -> KeyFile.instead(dialect, config, random))), random);
    }
}
