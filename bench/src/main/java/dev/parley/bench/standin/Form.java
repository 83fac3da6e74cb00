package dev.parley.bench.standin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names and values as forms and queries write them; no name twice. */
final class Form {

    static final String TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    private Form() {}

    static Map<String, String> parse(String text) {
        var fields = new TreeMap<String, String>();
        Arrays.stream(text.split("&")).filter(pair -> !pair.isEmpty()).map(pair -> pair.split("=", 2)).forEach(pair -> {
            fields.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : "");
        });
        return fields;
    }

    static String write(Map<String, String> fields) {
        return fields.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
