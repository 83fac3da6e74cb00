package dev.parley.ports.conversation;

import java.time.Instant;

/**
 * What somebody said in a conversation. Immutable; does not print the text.
 *
 * @param at when
 * @param by who
 * @param words what
 */
public record Utterance(Instant at, Speaker by, String words) {

    /** As a model sees it. */
    public Turn turn() {
        return new Turn(by == Speaker.CONTACT ? Role.USER : Role.ASSISTANT, words);
    }

    @Override
    public String toString() {
        return "Utterance[" + by + "]";
    }
}
