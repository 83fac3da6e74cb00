package dev.parley.app;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.out.LanguageModels;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Models that tell somebody what each call came to.
 *
 * @param models the models
 * @param told who is told, with the name of the model
 */
record CountedModels(LanguageModels models, BiConsumer<String, ModelOutcome> told) implements LanguageModels {

    @Override
    public Set<String> names() {
        return models.names();
    }

    @Override
    public String defaultName() {
        return models.defaultName();
    }

    @Override
    public Optional<String> fallbackOf(String name) {
        return models.fallbackOf(name);
    }

    @Override
    public ModelOutcome complete(String name, ModelRequest request) {
        ModelOutcome outcome = models.complete(name, request);
        told.accept(name, outcome);
        return outcome;
    }
}
