package dev.parley.ports.spi;

/**
 * A provider's error, in our words and in its own. Immutable; does not print the provider's words, which may name a number.
 *
 * @param reason our word
 * @param code the provider's code, or the HTTP status when it gives none
 * @param text the provider's words; at most 500 characters are kept
 */
public record ProviderError(Reason reason, String code, String text) {

    private static final int KEPT = 500;

    /** Shortens overlong words. */
    public ProviderError {
        text = text.length() > KEPT ? text.substring(0, end(text)) : text;
    }

    /** Half a character would not survive being stored. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    }

    @Override
    public String toString() {
        return "ProviderError[" + reason + ", " + code + "]";
    }
}
