package dev.parley.vonage;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook of the Messages API as Vonage makes it. Refined step by step; signed last.
 *
 * @param body what it says
 * @param token the token that it comes with
 */
record MessagesHook(String body, Optional<String> token) {

    static final String UUID = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    /** The example of Vonage's own pages, to the byte. */
    static final String EXAMPLE = "{\"message_uuid\":\"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\",\"to\":\"447700900000\","
            + "\"from\":\"447700900001\",\"timestamp\":\"2020-01-01T12:00:00.000Z\",\"channel\":\"sms\",\"message_type\":\"text\","
            + "\"text\":\"Hello\"}";

    /** Its token, of the account a1b2c3d and with a secret of its own. */
    static final String EXAMPLE_TOKEN =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE1Nzc4ODAwMDAsImp0aSI6ImM1YmE4ZjI0LTFhMTQtNGMxMC1iZmRm"
                    + "LTNmYmU4Y2U1MTFiNSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6IjQ2YmVlZTM2ZTEwZGFmZWI5ZmY5YTM4ODZlNTViZTNmN2VlOGY4MDE1NDAwNzc1ZDcw"
                    + "YWU0YTFhMmNjZDE0OTkiLCJhcGlfa2V5IjoiYTFiMmMzZCIsImFwcGxpY2F0aW9uX2lkIjoiYWFhYWFhYWEtYmJiYi1jY2NjLWRkZGQtMDEyMzQ1Njc4OWFiIn0."
                    + "J3LnAtxn0Ga87Mq4wc8zaiIWGY8A47Y0ieGe3cEBdHI";

    static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    static MessagesHook text(String...more) {
        return of("""
                {"message_uuid":"%s","to":"447700900000","from":"447700900001","timestamp":"2020-01-01T12:00:00.000Z","channel":"sms",\
                "message_type":"text","text":"Größe 👍🏽 & 1+1=2","sms":{"num_messages":"1","keyword":"GRÖSSE"},\
                "usage":{"price":"0.0057","currency":"EUR"},"a_new_field":{}%s}""".formatted(UUID, String.join("", more)));
    }

    static MessagesHook status(String word, String...more) {
        return of("""
                {"message_uuid":"%s","to":"447700900001","from":"447700900000","timestamp":"2020-01-01T12:00:00.000Z","channel":"sms",\
                "status":"%s","destination":{"network_code":"12345"},"sms":{"count_total":"2"}%s}"""
                .formatted(UUID, word, String.join("", more)));
    }

    static MessagesHook of(String body) {
        return new MessagesHook(body, Optional.empty());
    }

    MessagesHook replace(String what, String by) {
        if (!body.contains(what)) {
            throw new AssertionError("nothing to replace");
        }
        return new MessagesHook(body.replace(what, by), token);
    }

    MessagesHook signed() {
        return signed(claims());
    }

    MessagesHook signed(String claims) {
        return signed(HEADER, claims, Vonage.SIGNATURE_SECRET);
    }

    MessagesHook signed(String header, String claims, String secret) {
        String text = base64(utf8(header)) + "." + base64(utf8(claims));
        return with(text + "." + base64(hmac(secret, text)));
    }

    MessagesHook with(String otherToken) {
        return new MessagesHook(body, Optional.of(otherToken));
    }

    /** What Vonage claims in a token for this body. */
    String claims() {
        return claims(Vonage.NOW.getEpochSecond(), "Vonage", Vonage.KEY);
    }

    String claims(long iat, String issuer, String apiKey) {
        return "{\"iat\":%d,\"jti\":\"c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5\",\"iss\":\"%s\",\"payload_hash\":\"%s\",\"api_key\":\"%s\"}"
                .formatted(iat, issuer, hash(), apiKey);
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(body)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    WebhookRequest post() {
        return post(utf8(body));
    }

    WebhookRequest post(byte[] bytes) {
        Parameter type = new Parameter("Content-Type", "application/json");
        List<Parameter> headers = token.map(t -> List.of(type, new Parameter("authorization", "Bearer " + t))).orElse(List.of(type));
        return new WebhookRequest("POST", SmsHook.URL, headers, bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
