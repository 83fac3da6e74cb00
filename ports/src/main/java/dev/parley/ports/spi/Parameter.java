package dev.parley.ports.spi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A name and a value: a header, a query parameter or a field of a form. Immutable; does not print the value.
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

    @Override
    public String toString() {
        return "Parameter[" + name + "]";
    }

    private static Parameter parsePair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? new Parameter(decode(pair), "") : new Parameter(
                decode(pair.substring(0, equals)),
                decode(pair.substring(equals
                        + 1)));
    }

    private static String decode(String text) {
        byte[] raw = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            boolean escaped = isEscape(raw, i);
            decoded.write(escaped ? HexFormat.fromHexDigit(raw[i + 1]) << 4 | HexFormat.fromHexDigit(raw[i + 2]) : raw[i]);
            i += escaped ? 2 : 0;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(byte[] raw, int at) {
        return raw[at] == '%' && at + 2 < raw.length && HexFormat.isHexDigit(raw[at + 1]) && HexFormat.isHexDigit(raw[at + 2]);
    }
}
