package dev.parley.core.policy;

import java.util.Optional;

/** One rule of the house: a decision, or no opinion. Pure: it asks nobody anything. */
@FunctionalInterface
interface ReplyRule {

    /** What is to happen; empty when this rule has no opinion. */
    Optional<ReplyDecision> decide(Occasion occasion);

    /** What it is called where decisions are explained. */
    default String title() {
        return getClass().getSimpleName();
    }

    /** A decision where something applies. */
    static Optional<ReplyDecision> when(boolean applies, ReplyDecision decision) {
        return applies ? Optional.of(decision) : Optional.empty();
    }
}
