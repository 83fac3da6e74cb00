package dev.parley.ports.agent;

import java.util.Optional;
import java.util.Set;

/**
 * How an agent behaves towards people. Immutable.
 *
 * @param disclosure put before the first text of a conversation that a model wrote
 * @param fallbackText sent when the model fails or answers nothing usable
 * @param handoffKeywords texts that call for a human; matched like opt-out words
 * @param quietHours when it does not text on its own account
 */
public record Manners(
        Optional<String> disclosure,
        Optional<String> fallbackText,
        Set<String> handoffKeywords,
        Optional<QuietHours> quietHours) {

    /** What an agent has that says nothing else. */
    public static final Manners DEFAULT = new Manners(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    /** Copies the set. */
    public Manners {
        handoffKeywords = Set.copyOf(handoffKeywords);
    }
}
