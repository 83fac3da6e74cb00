package dev.parley.ports;

/**
 * A value that must not show in a log, an error or an answer. It prints as dots; whoever needs it asks for it by name.
 * Immutable.
 */
public final class Secret {

    private static final String DOTS = "••••";
    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH_TO_SHOW_SOME = 12;

    private final String value;

    /** Wraps a value; any string will do. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    /** What a person may see of it: dots and, of a long one, its last four characters. */
    public String masked() {
        return value.length() < LONG_ENOUGH_TO_SHOW_SOME ? DOTS : DOTS + value.substring(value.length() - SHOWN);
    }

    /** Whether this is no secret but what {@link #masked} shows of one, sent back by somebody who read it. */
    public boolean isMask() {
        return value.startsWith(DOTS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return DOTS;
    }
}
