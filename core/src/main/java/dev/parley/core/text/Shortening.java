package dev.parley.core.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts a text so that it costs no more than a number of segments: after a sentence, else after a word, else anywhere. */
public final class Shortening {

    private Shortening() {}

    /** The text itself when it fits, otherwise as much of its beginning as does. Never empty unless the text is. */
    public static String toFit(String text, int maxSegments) {
        if (Segments.count(text) <= maxSegments) {
            return text;
        }
        String most = text.substring(0, longestFittingPrefix(text, maxSegments));
        int sentence = lastBoundary(BreakIterator.getSentenceInstance(Locale.ROOT), most);
        int word = lastBoundary(BreakIterator.getWordInstance(Locale.ROOT), most);
        int half = most.length() / 2;
        int end = sentence > half ? sentence : word > half ? word : most.length();
        return most.substring(0, end).strip();
    }

    private static int longestFittingPrefix(String text, int maxSegments) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
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
        return characters.isBoundary(fits) ? fits : characters.preceding(fits);
    }

    private static int lastBoundary(BreakIterator breaks, String text) {
        breaks.setText(text);
        int end = breaks.last();
        return breaks.isBoundary(text.length()) && endsCleanly(text) ? end : breaks.previous();
    }

    private static boolean endsCleanly(String text) {
        return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
