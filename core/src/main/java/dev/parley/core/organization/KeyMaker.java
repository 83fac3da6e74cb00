package dev.parley.core.organization;

import dev.parley.ports.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * Makes API keys, and the hashes that are kept of them. A key is {@code parley_}, 42 random letters and digits, and a checksum of
 * six more, so that a scanner can tell a leaked key from a mere likeness without asking us.
 */
final class KeyMaker {

    private static final String PREFIX = "parley_";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_CHARACTERS = 42;
    private static final int CHECKSUM_CHARACTERS = 6;

    private final RandomGenerator random;

    KeyMaker(RandomGenerator random) {
        this.random = random;
    }

    Secret make() {
        var key = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Secret(key.append(checksum(key.toString())).toString());
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var checksum = new StringBuilder();
        for (int i = 0; i < CHECKSUM_CHARACTERS; i++) {
            checksum.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return checksum.toString();
    }

    /** A random key of 250 bits needs no slow hash: nobody tries them all. */
    static String hash(Secret key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
