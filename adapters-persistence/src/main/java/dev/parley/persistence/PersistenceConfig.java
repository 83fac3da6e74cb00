package dev.parley.persistence;

import dev.parley.ports.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are kept. Immutable; prints no secret.
 *
 * @param dataDir the folder of the H2 files and of the generated encryption key; made when it is not there
 * @param url a JDBC URL, {@code jdbc:mysql:} for MySQL and MariaDB or {@code jdbc:h2:file:}; without one H2 in {@code dataDir}
 * @param user whom to connect as; ignored by H2 when empty
 * @param password the password of that user
 * @param encryptionKey base64 of 32 bytes; without one H2 generates it into {@code dataDir}
 * @param poolSize how many connections at most, 6 to 64
 */
public record PersistenceConfig(
        Path dataDir,
        Optional<String> url,
        String user,
        Secret password,
        Optional<Secret> encryptionKey,
        int poolSize) {

    /** As many connections as one node needs on a database that it shares with others. */
    public static final int DEFAULT_POOL_SIZE = 20;

    private static final int SMALLEST_POOL = 6;
    private static final int LARGEST_POOL = 64;

    /** Refuses a pool size that cannot work with an {@link IllegalArgumentException}. */
    public PersistenceConfig {
        if (poolSize < SMALLEST_POOL || poolSize > LARGEST_POOL) {
            throw new IllegalArgumentException("the pool has " + SMALLEST_POOL + " to " + LARGEST_POOL + " connections");
        }
    }

    /** H2 in that folder, with a key of its own. */
    public static PersistenceConfig embedded(Path dataDir) {
        return new PersistenceConfig(dataDir, Optional.empty(), "", new Secret(""), Optional.empty(), DEFAULT_POOL_SIZE);
    }
}
