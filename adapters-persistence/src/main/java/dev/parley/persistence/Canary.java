package dev.parley.persistence;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import java.util.Optional;
import java.util.UUID;

/** Tells at the start, and not in the middle of a text, that the encryption key is not the one that secrets were stored with. */
record Canary(Database database, Vault vault) {

    private static final Sql FIND = Sql.of("Canary.find", "SELECT sealed FROM encryption_canary WHERE id = 1");
    private static final Sql INSERT = Sql.of("Canary.insert", "INSERT INTO encryption_canary (id, sealed) VALUES (1, :sealed)");

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Vault.Place PLACE = new Vault.Place(new OrganizationId(NOBODY), "encryption_canary", "sealed", NOBODY);

    void check() {
        if (find().isEmpty()) {
            database.write("Canary.check", tx -> tx.on(INSERT).set("sealed", vault.seal(new Secret("canary"), PLACE)).inserts());
        }
        // Read again: another node may have been first, with another key.
        String sealed = find().orElseThrow();
        try {
            vault.open(sealed, PLACE);
        } catch (IllegalStateException e) {
            throw new PersistenceRefused(
                    Why.ENCRYPTION_KEY_WRONG,
                    "The encryption key is not the one that stored secrets were encrypted with.");
        }
    }

    private Optional<String> find() {
        return database.read("Canary.find", session -> session.on(FIND).first(row -> row.text("sealed")));
    }
}
