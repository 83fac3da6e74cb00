package dev.parley.bench.standin;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text of a contact.
 *
 * @param id the carrier's name for it
 * @param line to whom
 * @param contact from whom
 * @param body the words; they hold the tag unless it is a keyword
 */
public record Text(String id, Line line, String contact, String body) {

    private static final Pattern TAG = Pattern.compile("#t(\\d+)");

    /** The number that marks a text, and by which a reply says what it answers; 0 if there is none. */
    public static int tag(String body) {
        return tags(body).findFirst().orElse(0);
    }

    /** All of them, in the order of the words. */
    static IntStream tags(String words) {
        return TAG.matcher(words).results().mapToInt(found -> Integer.parseInt(found.group(1)));
    }
}
