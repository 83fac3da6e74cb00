package dev.parley.vonage;

import java.util.List;
import java.util.logging.Logger;

/**
 * Keeps Vonage's library from logging. At FINE it writes the Authorization header and every text, and what Vonage answers at WARNING.
 * A filter rather than a level: whoever asks for more logging sets levels, even on a logger by its name, and must not get a text
 * by that. Held here, since the log manager forgets loggers that nobody holds, and with them their filters.
 */
final class QuietLibrary {

    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("com.vonage.client.AbstractMethod"),
            Logger.getLogger("com.vonage.client.DynamicEndpoint"));

    private QuietLibrary() {}

    static void hush() {
        LOGGERS.forEach(logger -> logger.setFilter(line -> false));
    }
}
