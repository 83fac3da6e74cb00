package dev.parley.ports.model;

import dev.parley.ports.conversation.Turn;
import java.util.List;

/**
 * What a language model is asked to answer. Immutable; prints neither prompt nor turns.
 *
 * @param system what the model is told to be and to keep to
 * @param turns the conversation so far, oldest first; ends with what is to be answered, or is empty for a first text
 */
public record ModelRequest(String system, List<Turn> turns) {

    /** Copies the list. */
    public ModelRequest {
        turns = List.copyOf(turns);
    }

    @Override
    public String toString() {
        return "ModelRequest[" + turns.size() + " turns]";
    }
}
