package dev.parley.ports.out;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelRequest;
import java.util.Optional;
import java.util.Set;

/** The language models of this installation, by the names that its operator gave them. Thread-safe. */
public interface LanguageModels {

    /** The names that an agent can choose from. */
    Set<String> names();

    /** The one for agents that do not choose; always among {@link #names()}. */
    String defaultName();

    /**
     * The model to be asked when that one fails or answers nothing usable. Going on from one to the next comes to an end.
     *
     * @param name one of {@link #names()}
     */
    default Optional<String> fallbackOf(String name) {
        return Optional.empty();
    }

    /**
     * Asks a model once: no retry, not even a hidden one. Blocks until it has answered or its deadline is over.
     *
     * @param name one of {@link #names()}
     * @return what it came to; never throws for what a vendor does
     */
    ModelOutcome complete(String name, ModelRequest request);
}
