package dev.parley.bench.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts to a business as Twilio brings them: signed as its page says, each from a contact who never texted before. See
 * <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">webhook security</a>. Thread-safe.
 */
final class Texts {

    static final String ACCOUNT = "AC11111111111111111111111111111111";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String PUBLIC_URL = "https://texts.example.com";
    static final String NUMBER = "+15005550006";

    private static final String PATH = "/webhooks/twilio/inbound";
    private static final long FIRST_CONTACT = 12_000_000_000L;

    private final AtomicLong count = new AtomicLong();

    /** The next text, from the next contact. */
    Text next() {
        long number = count.incrementAndGet();
        String contact = "+" + (FIRST_CONTACT + number);
        return new Text(contact, request(fields(contact, number)));
    }

    private static Map<String, String> fields(String contact, long number) {
        return new TreeMap<>(
                Map.of(
                        "MessageSid", "SM%032x".formatted(number),
                        "AccountSid", ACCOUNT,
                        "From", contact,
                        "To", NUMBER,
                        "Body", "When do you open tomorrow, and do you have rye bread? " + number,
                        "NumMedia", "0",
                        "NumSegments", "1",
                        "ApiVersion", "2010-04-01"));
    }

    private static String request(Map<String, String> fields) {
        var signed = new StringBuilder(PUBLIC_URL + PATH);
        var form = new StringBuilder();
        fields.forEach((name, value) -> {
            signed.append(name).append(value);
            form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        String head =
                "POST " + PATH + " HTTP/1.1\r\nHost: texts.example.com\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8"
                        + "\r\nUser-Agent: TwilioProxy/1.1\r\nX-Twilio-Signature: " + sign(signed.toString()) + "\r\nContent-Length: "
                        + form.length() + "\r\n\r\n";
        return head + form;
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA1", missing);
        }
    }

    /**
     * A text on the wire.
     *
     * @param contact who sends it
     * @param request the whole request
     */
    record Text(String contact, String request) {

        byte[] bytes() {
            return request.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
