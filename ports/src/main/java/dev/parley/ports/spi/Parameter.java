package dev.parley.ports.spi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A name and a value: a header, a query parameter or a field of a form. Immutable.
 *
 * @param name as received
 * @param value as received; may be empty
 */
public record Parameter(String name, String value) {

    /** The first value of that name among {@code parameters}. */
    public static Optional<String> first(List<Parameter> parameters, String name) {
        return parameters.stream().filter(p -> p.name.equals(name)).map(Parameter::value).findFirst();
    }

    /**
     * Decodes {@code application/x-www-form-urlencoded} text as the WHATWG URL standard describes it: empty pairs are
     * dropped, a broken percent escape stands for itself, everything else is kept.
     */
    public static List<Parameter> parse(String encoded) {
        return Arrays.stream(encoded.split("&")).filter(pair -> !pair.isEmpty()).map(Parameter::parsePair).toList();
    }

    private static Parameter parsePair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? new Parameter(decode(pair), "") : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals
                + 1)));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
