package dev.parley.persistence;

/** The stores cannot be opened with this configuration: one line for whoever starts the program. Holds no secret. */
public final class PersistenceRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with the configuration. */
    public enum Why {
        /** The URL is of no database that is supported. */
        UNSUPPORTED_URL,
        /** There is no encryption key, and a database other than H2 needs one. */
        ENCRYPTION_KEY_MISSING,
        /** The encryption key is not base64 of 32 bytes. */
        ENCRYPTION_KEY_INVALID,
        /** What is stored was encrypted with another key. */
        ENCRYPTION_KEY_WRONG,
        /** The data folder cannot be written or read. */
        DATA_DIR_UNUSABLE,
        /** The database cannot be reached. */
        DATABASE_UNREACHABLE,
        /** The database does not know this user, or not with this password. */
        ACCESS_DENIED,
        /** The schema is not ours, or a migration failed. */
        SCHEMA_UNUSABLE
    }

    PersistenceRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    PersistenceRefused(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** What is wrong, for a program. */
    public Why why() {
        return why;
    }
}
