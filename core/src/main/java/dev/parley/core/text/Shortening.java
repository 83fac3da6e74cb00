package dev.parley.core.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts a text so that it costs no more than a number of segments: after a sentence, else after a word, else anywhere. */
public final class Shortening {

    private Shortening() {}

    /** The text itself when it fits, otherwise as much of its beginning as does. Never cuts a character in two. */
    public static String toFit(String text, int maxSegments) {
        if (Segments.count(text) <= maxSegments) {
            return text;
        }
        int most = longestFittingPrefix(text, maxSegments);
        int sentence = boundary(BreakIterator.getSentenceInstance(Locale.ROOT), text, most);
        int word = boundary(BreakIterator.getWordInstance(Locale.ROOT), text, most);
        int end = sentence > most / 2 ? sentence : word > most / 2 ? word : most;
        return text.substring(0, boundary(BreakIterator.getCharacterInstance(Locale.ROOT), text, end)).strip();
    }

    private static int longestFittingPrefix(String text, int maxSegments) {
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (Segments.count(text.substring(0, middle)) <= maxSegments) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits;
    }

    /** The last place up to {@code limit} at which the text may be broken. */
    private static int boundary(BreakIterator breaks, String text, int limit) {
        breaks.setText(text);
        return breaks.isBoundary(limit) ? limit : breaks.preceding(limit);
    }
}
