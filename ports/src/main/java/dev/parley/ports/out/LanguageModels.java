package dev.parley.ports.out;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelRequest;
import java.util.Set;

/** The language models of this installation, by the names that its operator gave them. Thread-safe. */
public interface LanguageModels {

    /** The names that an agent can choose from. */
    Set<String> names();

    /** The one for agents that do not choose; always among {@link #names()}. */
    String defaultName();

    /**
     * Asks a model once: no retry, not even a hidden one. Blocks until it has answered or its deadline is over.
     *
     * @param name one of {@link #names()}
     * @return what it came to; never throws for what a vendor does
     */
    ModelOutcome complete(String name, ModelRequest request);
}
