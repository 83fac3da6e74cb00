package dev.parley.ports.model;

/**
 * How many tokens a request took, as the vendor counts them. Immutable.
 *
 * @param input of the prompt and the turns
 * @param output of the answer
 */
public record TokenUsage(int input, int output) {

    /** Where the vendor does not say. */
    public static final TokenUsage NONE = new TokenUsage(0, 0);
}
