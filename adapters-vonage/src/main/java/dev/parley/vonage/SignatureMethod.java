package dev.parley.vonage;

import dev.parley.ports.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How an account signs what the SMS API sends: one of the
 * <a href="https://developer.vonage.com/en/getting-started/concepts/signing-messages">methods that Vonage's dashboard offers</a>.
 */
enum SignatureMethod {
    /** HMAC with SHA-256. */
    SHA256("HmacSHA256"),
    /** HMAC with SHA-512. */
    SHA512("HmacSHA512"),
    /** HMAC with SHA-1. */
    SHA1("HmacSHA1"),
    /** HMAC with MD5. */
    MD5("HmacMD5"),
    /** Vonage's default: the MD5 of the text followed by the secret. */
    MD5HASH("");

    private final String hmac;

    SignatureMethod(String hmac) {
        this.hmac = hmac;
    }

    /** How the setting names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The signature in hexadecimal, lower case. */
    String sign(Secret secret, String text) {
        try {
            return HexFormat.of().formatHex(hmac.isEmpty() ? hash(text + secret.reveal()) : hmac(secret, text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can do " + this, e);
        }
    }

    private static byte[] hash(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("MD5").digest(utf8(text));
    }

    private byte[] hmac(Secret secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hmac);
        mac.init(new SecretKeySpec(utf8(secret.reveal()), hmac));
        return mac.doFinal(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
