package dev.parley.app.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** How the address of a database is written. */
public final class DatabaseUrl {

    private static final Pattern KNOWN = Pattern.compile("jdbc:(mysql://|h2:(file|mem):).+");

    private DatabaseUrl() {}

    static Format<String> format() {
        return new Format<>(
                "jdbc:mysql://HOST:PORT/DATABASE (MySQL and MariaDB) or jdbc:h2:file:PATH",
                text -> Optional.of(text.strip())
                        .filter(KNOWN.asMatchPredicate()),
                DatabaseUrl::shown);
    }

    /** What may be printed of it: its properties and its user can hold a password. */
    public static String shown(String url) {
        return url.strip().replaceFirst("[?;(].*", "").replaceFirst("//.*@", "//");
    }
}
