package dev.parley.core.send;

import dev.parley.ports.connection.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a connection wants to become of a text of which nobody can find out whether it went. */
public enum UnknownSends {
    /** It stays as it is, for a human to see: better not at all than twice. */
    AT_MOST_ONCE,
    /** It is handed over once more, and marked: better twice than not at all. */
    AT_LEAST_ONCE;

    /** The setting of a connection, of whichever provider. */
    public static final String SETTING = "unknownSends";

    /** The words that it takes; the first is the default. */
    public static List<String> words() {
        return Arrays.stream(values()).map(UnknownSends::word).toList();
    }

    static UnknownSends of(Connection connection) {
        String word = Optional.ofNullable(connection.settings().get(SETTING)).orElse(AT_MOST_ONCE.word());
        return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst().orElse(AT_MOST_ONCE);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
