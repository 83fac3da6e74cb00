package dev.parley.app;

import java.util.Map;

/** What everything can be kept in. */
enum Database {
    /** A file in the folder of the data, as it is without any setting. */
    H2 {
        @Override
        Map<String, String> environment() {
            return Map.of();
        }
    },
    /** A server of its own. */
    MARIADB {
        @Override
        Map<String, String> environment() {
            return MariaDb.server().emptyDatabase();
        }
    };

    /** The settings for an empty one. */
    abstract Map<String, String> environment();
}
