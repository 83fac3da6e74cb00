package dev.parley.persistence;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What secrets at rest are encrypted with. Immutable.
 *
 * @param id tells keys apart without giving them away: the beginning of their SHA-256
 * @param key AES, 256 bits
 */
record EncryptionKey(String id, SecretKey key) {

    static final int BYTES = 32;

    private static final int ID_BYTES = 6;

    static EncryptionKey parse(Secret base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.reveal().strip());
            if (key.length == BYTES) {
                return of(key);
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, with the other way to be wrong.
        }
        throw new PersistenceRefused(Why.ENCRYPTION_KEY_INVALID, "The encryption key is not base64 of " + BYTES + " bytes.");
    }

    private static EncryptionKey of(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            String id = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
            return new EncryptionKey(id, new SecretKeySpec(key, "AES"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "EncryptionKey[" + id + "]";
    }
}
