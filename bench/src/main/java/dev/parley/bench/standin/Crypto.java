package dev.parley.bench.standin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the others sign, written from their documents and not from our server's code. */
final class Crypto {

    private Crypto() {}

    /** See <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio</a>. */
    static String twilio(String token, String url, Map<String, String> fields) {
        String signed = url + new TreeMap<>(fields).entrySet().stream().map(e -> e.getKey() + e.getValue()).collect(Collectors.joining());
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", utf8(token), signed));
    }

    /** See <a href="https://developer.vonage.com/en/getting-started/concepts/signing-messages">Vonage</a>; by HMAC-SHA-256. */
    static String vonage(String secret, Map<String, String> fields) {
        String signed = new TreeMap<>(fields).entrySet()
                .stream()
                .map(e -> "&" + plain(e.getKey()) + "=" + plain(e.getValue()))
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(hmac("HmacSHA256", utf8(secret), signed));
    }

    /** See <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the standard</a>. */
    static String standardWebhook(String secret, String id, String timestamp, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return "v1," + Base64.getEncoder().encodeToString(hmac("HmacSHA256", key, id + "." + timestamp + "." + body));
    }

    /** To tell whether two bodies are the same. */
    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(text)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[&=]", "_");
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
