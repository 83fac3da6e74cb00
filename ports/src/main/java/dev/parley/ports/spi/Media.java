package dev.parley.ports.spi;

/**
 * A picture or the like that came with a text. Immutable.
 *
 * @param contentType its media type, such as {@code image/jpeg}; {@code application/octet-stream} when the provider does not say
 * @param url where the provider keeps it
 */
public record Media(String contentType, String url) {}
