package dev.parley.app.http;

import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils texts by chance: the same chance spoils them the same way. */
final class Mutations {

    private static final List<String> BITS = List.of("\r\n", "\"", "{", "}", "[", "]", ":", ",", ";", "%", "+", "-", "\t", " ", "..", "//",
            "null", "true", "\"\"", "-1", "99999999999999999999", "1e999", "1e-4002025550123", "\\u0000", "\\ud800", "\u00e9",
            "\u00c3\u00a9");
    private static final int MOST = 4;
    private static final int LONGEST = 16;
    private static final int CHARACTERS = 256;

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    String spoil(String text) {
        var spoilt = new StringBuilder(text);
        for (int i = random.nextInt(MOST); i >= 0; i--) {
            spoil(spoilt);
        }
        return spoilt.toString();
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void spoil(StringBuilder text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(LONGEST));
        switch (random.nextInt(5)) {
            case 0 -> text.replace(from, to, any(BITS));
            case 1 -> text.insert(from, any(BITS));
            case 2 -> text.delete(from, to);
            case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
            default -> text.insert(from, (char) random.nextInt(CHARACTERS));
        }
    }
}
