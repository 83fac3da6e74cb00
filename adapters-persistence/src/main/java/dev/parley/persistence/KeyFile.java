package dev.parley.persistence;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

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

    /** Written aside and moved into place, so that a start that dies never leaves half a key. */
    private void make(Path file) throws IOException {
        var key = new byte[EncryptionKey.BYTES];
        random.nextBytes(key);
        Path draft = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(draft);
        byte[] text = (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (SeekableByteChannel channel = Files.newByteChannel(
                draft,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DSYNC),
                ownerOnly())) {
            channel.write(ByteBuffer.wrap(text));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
