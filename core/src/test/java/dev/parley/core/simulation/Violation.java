package dev.parley.core.simulation;

import java.util.Set;

/**
 * Something that must hold did not.
 *
 * @param sentence what must hold, and what was seen instead
 * @param about words that its history holds
 */
record Violation(String sentence, Set<String> about) {

    Violation(String sentence, String...about) {
        this(sentence, Set.of(about));
    }
}
