package dev.parley.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Vonage signs, by what every Java has and nothing of ours. */
final class VonageCrypto {

    private VonageCrypto() {}

    /** A {@code sig}, by one of the names that Vonage's dashboard has for methods. */
    static String sig(String method, String secret, String text) {
        byte[] signature = switch (method) {
            case "md5hash" -> digest("MD5", text + secret);
            case "md5" -> hmac("HmacMD5", secret, text);
            case "sha1" -> hmac("HmacSHA1", secret, text);
            case "sha256" -> hmac("HmacSHA256", secret, text);
            case "sha512" -> hmac("HmacSHA512", secret, text);
            default -> throw new AssertionError("Vonage has no method " + method);
        };
        return HexFormat.of().formatHex(signature);
    }

    /** A token for a body. */
    static String token(String secret, String apiKey, long issuedAt, String body) {
        String claims = """
                {"iat":%d,"jti":"c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5","iss":"Vonage","payload_hash":"%s","api_key":"%s"}"""
                .formatted(issuedAt, HexFormat.of().formatHex(digest("SHA-256", body)), apiKey);
        String text = base64(utf8("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")) + "." + base64(utf8(claims));
        return text + "." + base64(hmac("HmacSHA256", secret, text));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(utf8(secret), algorithm));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
