package dev.parley.app.config;

import dev.parley.ports.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where everything is kept. Immutable; prints no password.
 *
 * @param url as JDBC takes it
 * @param user who we are there
 * @param password the proof
 */
public record Database(String url, Optional<String> user, Optional<Secret> password) {

    private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:(file|mem):.+");
    private static final Pattern SERVER = Pattern.compile("jdbc:mysql://.+");

    static Format<String> urlFormat() {
        return new Format<>("jdbc:mysql://HOST:PORT/DATABASE (MySQL and MariaDB) or jdbc:h2:file:PATH", text -> Optional.of(text.strip())
                .filter(url -> isEmbedded(url) || SERVER.matcher(url).matches()), Database::shown);
    }

    /** Whether it is part of this process, and not a server that others can ask too. */
    public boolean isEmbedded() {
        return isEmbedded(url);
    }

    /** What may be printed of the URL: its properties and its user can hold a password. */
    public String shownUrl() {
        return shown(url);
    }

    private static boolean isEmbedded(String url) {
        return EMBEDDED.matcher(url).matches();
    }

    private static String shown(String url) {
        return url.strip().replaceFirst("[?;(].*", "").replaceFirst("//.*@", "//");
    }

    @Override
    public String toString() {
        return "Database[" + shownUrl() + "]";
    }
}
