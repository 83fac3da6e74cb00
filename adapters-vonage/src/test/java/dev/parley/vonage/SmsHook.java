package dev.parley.vonage;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook of the SMS API as Vonage makes it. Refined step by step; signed last.
 *
 * @param parameters what it says, names and values in turn
 */
record SmsHook(List<Parameter> parameters) {

    static final String URL = "https://hooks.example.com/vonage/in";

    /** How it can come. */
    enum Shape {
        /** In the query. */
        GET,
        /** As a form. */
        FORM,
        /** As a JSON object. */
        JSON
    }

    private static SmsHook of(String...namesAndValues) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new SmsHook(parameters);
    }

    /** A text from a contact: the example of Vonage's own pages. */
    static SmsHook text() {
        return of("messageId", "0A0000000123ABCD1", "api-key", Vonage.KEY, "msisdn", "447700900001", "to", "447700900000",
                "message-timestamp", "2020-01-01 12:00:00", "timestamp", "1577880000", "nonce", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
                "text", "Hello world", "type", "text", "keyword", "HELLO");
    }

    /** A text with everything that a signature may stumble over. */
    static SmsHook unicode() {
        return text().with("text", "a&b=c + 100% 👍").with("type", "unicode").with("keyword", "A&B=C");
    }

    /** What became of a text of ours. */
    static SmsHook receipt(String status, String errCode) {
        return of("msisdn", "447700900001", "to", "447700900000", "network-code", "12345", "messageId", "0A0000001234567B", "price",
                "0.03330000", "status", status, "scts", "2001011400", "err-code", errCode, "api-key", Vonage.KEY, "message-timestamp",
                "2020-01-01 12:00:00", "timestamp", "1577880000", "nonce", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab");
    }

    SmsHook with(String name, String value) {
        return new SmsHook(Stream.concat(others(name), Stream.of(new Parameter(name, value))).toList());
    }

    /** Before all others, whatever else there is. */
    SmsHook preceded(String name, String value) {
        return new SmsHook(Stream.concat(Stream.of(new Parameter(name, value)), parameters.stream()).toList());
    }

    SmsHook without(String name) {
        return new SmsHook(others(name).toList());
    }

    private Stream<Parameter> others(String name) {
        return parameters.stream().filter(p -> !p.name().equals(name));
    }

    SmsHook signed() {
        return signed("sha256");
    }

    SmsHook signed(String method) {
        return signed(method, Vonage.SIGNATURE_SECRET);
    }

    SmsHook signed(String method, String secret) {
        return with("sig", signature(method, secret, toSign()));
    }

    /** What Vonage signs; a test of its own compares it with the example. */
    String toSign() {
        var sorted = new TreeMap<String, String>();
        parameters.forEach(p -> sorted.put(p.name(), p.value()));
        return sorted.entrySet()
                .stream()
                .map(e -> "&" + e.getKey().replaceAll("[&=]", "_") + "=" + e.getValue().replaceAll("[&=]", "_"))
                .collect(Collectors.joining());
    }

    private static String signature(String method, String secret, String text) {
        try {
            if (method.equals("md5hash")) {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(utf8(text + secret)));
            }
            String hmac = "Hmac" + method.toUpperCase(java.util.Locale.ROOT);
            Mac mac = Mac.getInstance(hmac);
            mac.init(new SecretKeySpec(utf8(secret), hmac));
            return HexFormat.of().formatHex(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    WebhookRequest in(Shape shape) {
        return switch (shape) {
            case GET -> new WebhookRequest("GET", URL + "?" + encoded(), List.of(), new byte[0]);
            case FORM -> post("application/x-www-form-urlencoded; charset=UTF-8", encoded());
            case JSON -> post("application/json; charset=utf-8", json());
        };
    }

    WebhookRequest post(String contentType, String body) {
        return new WebhookRequest("POST", URL, List.of(new Parameter("content-type", contentType)), utf8(body));
    }

    String encoded() {
        return parameters.stream().map(p -> encode(p.name()) + "=" + encode(p.value())).collect(Collectors.joining("&"));
    }

    String json() {
        return parameters.stream()
                .map(p -> "\"" + p.name() + "\":\"" + p.value().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
