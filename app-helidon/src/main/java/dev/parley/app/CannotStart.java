package dev.parley.app;

/** The server cannot start, though nothing is wrong with how it is configured. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    /** Takes one line for the operator, without a secret. */
    CannotStart(String line) {
        super(line);
        this.line = line;
    }

    /** What to tell the operator. */
    String line() {
        return line;
    }
}
