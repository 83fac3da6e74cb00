package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The roll in a file of this node, sealed with the encryption key, for a start while the database is away.
 *
 * @param dataDir the folder that the file is in, made when it is not there
 * @param vault what seals it
 */
record RollFile(Path dataDir, Vault vault) {

    private static final System.Logger LOG = System.getLogger(RollFile.class.getName());
    private static final String NAME = "connections.sealed";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Vault.Place PLACE = new Vault.Place(new OrganizationId(NOBODY), "roll", NAME, NOBODY);

    /** What was kept; nothing when nothing was, or with another key. */
    Optional<Roll> read() {
        Path file = dataDir.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(RollCodec.read(vault.open(Files.readString(file, StandardCharsets.US_ASCII), PLACE)))
                    : Optional.empty();
        } catch (IOException | IllegalStateException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be read, and is made anew: {1}", file, unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Best effort: without it a start has to wait for the database. */
    void write(Roll roll) {
        try {
            PrivateFile.write(dataDir.resolve(NAME), vault.seal(RollCodec.write(roll), PLACE));
        } catch (IOException noRoom) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be written: {1}", NAME, noRoom.getClass().getSimpleName());
        }
    }
}
