package dev.parley.app;

import dev.parley.app.config.Configuration;
import dev.parley.app.config.DatabaseUrl;
import dev.parley.app.config.WrongSetting;
import dev.parley.journal.FileJournal;
import dev.parley.journal.JournalRefused;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceConfig;
import dev.parley.persistence.PersistenceRefused;
import dev.parley.persistence.PersistenceRefused.Why;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Opens what everything is kept in, or tells the operator in one line why that cannot be. */
final class Storage {

    private static final Logger LOG = System.getLogger(Storage.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Storage() {}

    /**
     * Opens it; waits a little for a server that is being started along with us.
     *
     * @throws WrongSetting when the configuration does not fit what is stored
     * @throws CannotStart when the database is not there
     */
    static Persistence open(Configuration configuration, SecureRandom random) {
        PersistenceConfig config = configuration.storage();
        makeFolder(config);
        return open(configuration, config, random);
    }

    /**
     * Opens the journal, which must be written to when the database is away and it is too late to find out that it cannot be.
     *
     * @throws WrongSetting when the folder cannot be written
     * @throws CannotStart when another process has it
     */
    static FileJournal journal(Configuration configuration) {
        Path dataDir = configuration.storage().dataDir();
        try {
            return FileJournal.open(dataDir.resolve("journal"), configuration.journalBytes());
        } catch (JournalRefused refused) {
            String line = String.valueOf(refused.getMessage());
            throw switch (refused.why()) {
                case UNUSABLE -> unusable(configuration.storage(), line);
                case IN_USE -> new CannotStart(line + "; PARLEY_DATA_DIR chooses another");
            };
        }
    }

    private static Persistence open(Configuration configuration, PersistenceConfig config, SecureRandom random) {
        long deadline = System.nanoTime() + configuration.databaseWait().toNanos();
        for (boolean isFirst = true;; isFirst = false) {
            try {
                return Persistence.open(config, random);
            } catch (PersistenceRefused refused) {
                Optional<Persistence> later = isFirst ? withoutDatabase(refused, config, random) : Optional.empty();
                if (later.isPresent()) {
                    return later.get();
                }
                if (!isWorthWaiting(refused, config) || System.nanoTime() - deadline > 0) {
                    throw explained(refused, config);
                }
                LOG.log(isFirst ? Level.INFO : Level.DEBUG, "waiting for the database {0}", place(config));
                pause();
            }
        }
    }

    /** Texts of people lie in it: nobody else on this machine is to read them. A folder that is there is left as it is. */
    private static void makeFolder(PersistenceConfig config) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!isPosix) {
            return;
        }
        try {
            Files.createDirectories(config.dataDir(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException unusable) {
            throw unusable(config, String.valueOf(unusable.getMessage()));
        }
    }

    private static Optional<Persistence> withoutDatabase(PersistenceRefused refused, PersistenceConfig config, SecureRandom random) {
        return isWorthWaiting(refused, config) ? Persistence.openLater(config, random, InstantSource.system()) : Optional.empty();
    }

    private static WrongSetting unusable(PersistenceConfig config, String why) {
        return new WrongSetting("PARLEY_DATA_DIR=" + config.dataDir() + ": a folder that can be written is accepted; " + why);
    }

    private static boolean isWorthWaiting(PersistenceRefused refused, PersistenceConfig config) {
        return refused.why() == Why.DATABASE_UNREACHABLE && config.url().filter(url -> url.startsWith("jdbc:mysql:")).isPresent();
    }

    private static RuntimeException explained(PersistenceRefused refused, PersistenceConfig config) {
        String line = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNSUPPORTED_URL -> new WrongSetting("PARLEY_DB_URL: " + line);
            case ENCRYPTION_KEY_MISSING, ENCRYPTION_KEY_INVALID, ENCRYPTION_KEY_WRONG -> new WrongSetting("PARLEY_ENCRYPTION_KEY: " + line);
            case DATA_DIR_UNUSABLE -> unusable(config, line);
            case ACCESS_DENIED -> new WrongSetting("PARLEY_DB_USER and PARLEY_DB_PASSWORD for " + place(config) + ": " + line);
            case DATABASE_UNREACHABLE, SCHEMA_UNUSABLE ->
                    new CannotStart("cannot use the database " + place(config) + ": " + line);
        };
    }

    private static String place(PersistenceConfig config) {
        return config.url().map(DatabaseUrl::shown).orElseGet(() -> "in the folder " + config.dataDir());
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotStart("was told to stop while waiting for the database");
        }
    }
}
