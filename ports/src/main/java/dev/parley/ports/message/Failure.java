package dev.parley.ports.message;

import dev.parley.ports.spi.ProviderError;

/**
 * Why a message did not go. Immutable; does not print the provider's words, which may name a number.
 *
 * @param code our word, such as {@code recipient_invalid}
 * @param message the provider's code and words, or ours
 */
public record Failure(String code, String message) {

    /** What a provider said, in the form in which messages show it. */
    public static Failure of(ProviderError error) {
        return new Failure(error.reason().word(), error.code() + ": " + error.text());
    }

    @Override
    public String toString() {
        return "Failure[" + code + "]";
    }
}
