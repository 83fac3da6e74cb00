package dev.parley.ports.out;

/**
 * The database is away, or so busy that it might as well be, or somebody removed at this moment what was to be referred to. Nothing
 * is wrong with the request as far as it was looked at: asked again later, it will do or be told what is missing.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, and what came of it. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
