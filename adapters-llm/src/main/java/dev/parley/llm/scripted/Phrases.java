package dev.parley.llm.scripted;

import java.util.Locale;

/** Small work on wording. Everything stays in the alphabet of a short text: straight quotes, three dots. */
final class Phrases {

    private Phrases() {}

    static String capitalized(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String ended(String words) {
        return words.isEmpty() || words.matches("(?s).*[.!?][\"']?") ? words : words + ".";
    }

    /** The words in quotation marks, cut off between words where they are longer than {@code most} characters. */
    static String quoted(String words, int most) {
        String plain = words.strip().replaceAll("\\s+", " ").replaceAll("[\"“”]", "'").replaceFirst("[.,;:]+$", "");
        return "\"" + shortened(plain, most) + "\"";
    }

    static String shortened(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int space = words.lastIndexOf(' ', most - 3);
        int end = space > most / 2 ? space : most - 3;
        return words.substring(0, end).replaceFirst("[\\s,;:.!?\\uD800-\\uDBFF]+$", "") + "...";
    }
}
