package dev.parley.core.policy;

import java.util.List;

/**
 * What was decided, and why. Immutable.
 *
 * @param decision what is to happen
 * @param heard the rules that were heard before it, in their order, the one that decided last
 */
public record Ruling(ReplyDecision decision, List<String> heard) {

    /** Copies the list. */
    public Ruling {
        heard = List.copyOf(heard);
    }
}
