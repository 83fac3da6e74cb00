package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class VaultTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 1));
    private static final UUID ROW = new UUID(2, 2);
    private static final Vault.Place PLACE = new Vault.Place(ORGANIZATION, "agent", "webhook_secret", ROW);
    private static final Secret SECRET = new Secret("whsec_ä€😀");

    private final Vault vault = vault(new byte[32]);

    @Test
    void what_is_sealed_opens_in_its_place() {
        assertEquals(SECRET, vault.open(vault.seal(SECRET, PLACE), PLACE));
    }

    @Test
    void the_same_secret_never_looks_the_same_twice() {
        assertNotEquals(vault.seal(SECRET, PLACE), vault.seal(SECRET, PLACE));
    }

    @Test
    void it_opens_nowhere_else() {
        String sealed = vault.seal(SECRET, PLACE);
        assertUnreadable(sealed, new Vault.Place(new OrganizationId(new UUID(9, 9)), "agent", "webhook_secret", ROW));
        assertUnreadable(sealed, new Vault.Place(ORGANIZATION, "connection", "webhook_secret", ROW));
        assertUnreadable(sealed, new Vault.Place(ORGANIZATION, "agent", "previous_secret", ROW));
        assertUnreadable(sealed, new Vault.Place(ORGANIZATION, "agent", "webhook_secret", new UUID(9, 9)));
    }

    @Test
    void a_changed_ciphertext_does_not_open() {
        String sealed = vault.seal(SECRET, PLACE);
        int last = sealed.length() - 2;
        char other = sealed.charAt(last) == 'A' ? 'B' : 'A';
        assertUnreadable(sealed.substring(0, last) + other + sealed.substring(last + 1), PLACE);
        assertUnreadable(sealed.substring(0, last), PLACE);
        assertUnreadable("", PLACE);
        assertUnreadable("v1...", PLACE);
        assertUnreadable(sealed.replaceFirst("v1", "v2"), PLACE);
    }

    @Test
    void another_key_does_not_open_it() {
        byte[] other = new byte[32];
        other[0] = 1;
        String sealed = vault(other).seal(SECRET, PLACE);
        assertUnreadable(sealed, PLACE);
    }

    @Test
    void the_key_is_not_in_its_own_name() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        assertFalse(EncryptionKey.parse(new Secret(key)).toString().contains(key.substring(0, 8)));
    }

    private static Vault vault(byte[] key) {
        return new Vault(EncryptionKey.parse(new Secret(Base64.getEncoder().encodeToString(key))), new SecureRandom());
    }

    private void assertUnreadable(String sealed, Vault.Place place) {
        assertThrows(IllegalStateException.class, () -> vault.open(sealed, place));
    }
}
