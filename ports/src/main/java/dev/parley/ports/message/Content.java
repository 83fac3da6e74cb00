package dev.parley.ports.message;

import dev.parley.ports.Encoding;
import dev.parley.ports.spi.Media;
import java.util.List;

/**
 * What a message says. Immutable; does not print the text.
 *
 * @param body the text
 * @param encoding in which alphabet it travels
 * @param segments how many segments that makes; 0 for an empty text
 * @param media what came with it
 */
public record Content(String body, Encoding encoding, int segments, List<Media> media) {

    /** Copies the list. */
    public Content {
        media = List.copyOf(media);
    }

    @Override
    public String toString() {
        return "Content[" + encoding.word() + ", " + segments + " segments]";
    }
}
