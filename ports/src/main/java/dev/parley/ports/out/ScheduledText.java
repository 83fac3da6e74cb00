package dev.parley.ports.out;

import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text that is to be sent later. Immutable.
 *
 * @param text the text as it is known so far; without words when they are to be found when its time comes
 * @param at when it is to be sent
 * @param wish how the words are to be found; empty when they are known
 */
public record ScheduledText(OutboundDraft text, Instant at, Optional<Wish> wish) {

    /**
     * How the agent's model is to find the words. Does not print them.
     *
     * @param history what was said before, instead of the conversation that goes on then
     * @param prompt what the model is told to be, instead of the agent's prompt
     * @param variables values for the prompt
     */
    public record Wish(Optional<List<Turn>> history, Optional<String> prompt, Variables variables) {

        /** Copies the list. */
        public Wish {
            history = history.map(List::copyOf);
        }

        @Override
        public String toString() {
            return "Wish";
        }
    }
}
