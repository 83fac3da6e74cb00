package dev.parley.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A webhook of Vonage's SMS API. Refined step by step; signed last.
 *
 * @param parameters what it says
 */
record VonageHook(Map<String, String> parameters) {

    /** How it can come. */
    enum Shape {
        GET, FORM, JSON
    }

    static VonageHook text(String id, String body) {
        return new VonageHook(
                Map.of(
                        "messageId", id, "text", body, "type", "unicode", "keyword", body.split(" ", 2)[0].toUpperCase(Locale.ROOT),
                        "message-timestamp", "2026-01-01 12:00:00"));
    }

    /** What became of a text of ours, or of a part of one. */
    static VonageHook receipt(String id, String status, String errCode) {
        return new VonageHook(
                Map.of(
                        "messageId", id, "status", status, "err-code", errCode, "network-code", "310090", "price", "0.00900000", "scts",
                        "2601011200",
                        "message-timestamp", "2026-01-01 12:00:00"));
    }

    VonageHook with(String name, String value) {
        var more = new TreeMap<>(parameters);
        more.put(name, value);
        return new VonageHook(more);
    }

    /** As one of the parts of a text, counted from 1. */
    VonageHook part(String reference, int index, int total) {
        return with("concat", "true").with("concat-ref", reference)
                .with("concat-part", String.valueOf(index))
                .with("concat-total", String.valueOf(total));
    }

    /** From a contact to one of our numbers; in a receipt too, of a text that went the other way. */
    VonageHook between(String contact, String number) {
        return with("msisdn", FakeVonage.msisdn(contact)).with("to", FakeVonage.msisdn(number));
    }

    VonageHook signedAt(Instant time, String method, String secret) {
        VonageHook timed = with("timestamp", String.valueOf(time.getEpochSecond())).with("nonce", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab");
        String text = new TreeMap<>(timed.parameters).entrySet()
                .stream()
                .map(e -> "&" + plain(e.getKey()) + "=" + plain(e.getValue()))
                .collect(Collectors.joining());
        return timed.with("sig", VonageCrypto.sig(method, secret, text));
    }

    HttpRequest.Builder to(URI address, Shape shape) {
        return switch (shape) {
            case GET -> HttpRequest.newBuilder(URI.create(address + "?" + encoded())).GET();
            case FORM -> post(address, "application/x-www-form-urlencoded; charset=UTF-8", encoded());
            case JSON -> post(address, "application/json; charset=utf-8", new ObjectMapper().valueToTree(parameters).toString());
        };
    }

    private static HttpRequest.Builder post(URI address, String type, String body) {
        return HttpRequest.newBuilder(address).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private String encoded() {
        return parameters.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String text) {
        return text.replaceAll("[&=]", "_");
    }
}
