package dev.parley.persistence;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The encryption key of an embedded database, in a file beside it that only its owner can read. */
record KeyFile(Path dataDir, SecureRandom random) {

    private static final String NAME = "encryption.key";

    /** The key of a database for which none is configured: only an embedded one has its own. */
    static Secret instead(Dialect dialect, PersistenceConfig config, SecureRandom random) {
        return switch (dialect) {
            case H2 -> new KeyFile(config.dataDir(), random).key();
            case MYSQL -> throw new PersistenceRefused(
                    Why.ENCRYPTION_KEY_MISSING,
                    "A database other than H2 needs an encryption key: base64 of " + EncryptionKey.BYTES + " bytes.");
        };
    }

    /** The key of this folder; made the first time. */
    Secret key() {
        Path file = dataDir.resolve(NAME);
        try {
            Files.createDirectories(dataDir);
            if (Files.notExists(file)) {
                make(file);
            }
            return new Secret(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new PersistenceRefused(
                    Why.DATA_DIR_UNUSABLE,
                    "The data folder " + dataDir + " cannot be used: " + e.getClass()
                            .getSimpleName(),
                    e);
        }
    }

    private void make(Path file) throws IOException {
        var key = new byte[EncryptionKey.BYTES];
        random.nextBytes(key);
        PrivateFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
    }
}
