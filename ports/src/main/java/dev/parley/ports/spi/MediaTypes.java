package dev.parley.ports.spi;

import java.util.Locale;

/** Reading of Content-Type headers. */
final class MediaTypes {

    private MediaTypes() {}

    static String essence(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
