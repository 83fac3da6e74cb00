package dev.parley.journal;

/** The journal cannot be kept there: one line for whoever starts the program. */
public final class JournalRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with the folder. */
    public enum Why {
        /** It cannot be written or read. */
        UNUSABLE,
        /** Another process has it. */
        IN_USE
    }

    JournalRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    JournalRefused(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** What is wrong, for a program. */
    public Why why() {
        return why;
    }
}
