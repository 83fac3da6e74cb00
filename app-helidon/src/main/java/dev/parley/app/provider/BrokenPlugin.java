package dev.parley.app.provider;

/** A provider that was found cannot be used, so that the start fails: better than texts that wait for a provider that is not there. */
public final class BrokenPlugin extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenPlugin(String message) {
        super(message);
    }

    BrokenPlugin(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
