package dev.parley.ports.spi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reading of Content-Type headers. */
final class MediaTypes {

    private static final String CHARSET = "charset=";

    private MediaTypes() {}

    static String essence(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** The character set that the parameters name; UTF-8 for JSON, and when they name none, or one that this JVM does not have. */
    static Charset charset(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf(CHARSET);
        return at < 0 || essence(contentType).endsWith("json") ? StandardCharsets.UTF_8
                : named(contentType.substring(at + CHARSET.length()));
    }

    private static Charset named(String parameter) {
        try {
            return Charset.forName(parameter.split(";", 2)[0].strip().replace("\"", ""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noName) {
            return StandardCharsets.UTF_8;
        }
    }
}
