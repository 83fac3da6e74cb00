package dev.parley.ports.out;

/** The database is away, or so busy that it might as well be. Nothing is wrong with the request: later it will do. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was tried, and what came of it. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
