package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets at rest: AES-256-GCM with a random nonce of 96 bits, written as {@code v1.<key id>.<nonce>.<ciphertext>} in
 * base64url. A ciphertext opens only in the place that it was made for. Thread-safe.
 */
final class Vault {

    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int FIELDS = 4;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final EncryptionKey key;
    private final SecureRandom random;

    Vault(EncryptionKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    String seal(Secret secret, Place place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            return String.join(".", VERSION, key.id(), ENCODER.encodeToString(nonce), ENCODER.encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** The secret; an {@link IllegalStateException} when the key is another, or the ciphertext was changed or moved. */
    Secret open(String sealed, Place place) {
        String[] fields = sealed.split("\\.", -1);
        if (fields.length != FIELDS || !fields[0].equals(VERSION) || !fields[1].equals(key.id())) {
            throw unreadable(place);
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, decoder.decode(fields[2]), place).doFinal(decoder.decode(fields[3]));
            return new Secret(new String(opened, StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw unreadable(place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Place place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static IllegalStateException unreadable(Place place) {
        return new IllegalStateException("the secret in " + place.table() + "." + place.column() + " cannot be read with this key");
    }

    /**
     * Where a secret is kept; bound into its ciphertext.
     *
     * @param organization whose it is
     * @param table in which table
     * @param column in which column
     * @param row in which row
     */
    record Place(OrganizationId organization, String table, String column, UUID row) {
        @Override
        public String toString() {
            return organization + "|" + table + "|" + column + "|" + row;
        }
    }
}
