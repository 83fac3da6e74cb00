package dev.parley.llm;

import dev.parley.llm.scripted.Pause;
import dev.parley.llm.scripted.ScriptedModel;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.out.LanguageModels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/** The models that the operator configured. One call is one request to the vendor, or none. Thread-safe. */
public final class ConfiguredModels implements LanguageModels {

    private final SequencedMap<String, Function<ModelRequest, ModelOutcome>> models;
    private final String defaultName;
    private final Fallbacks fallbacks;

    /**
     * Prepares all of them; nothing is sent yet.
     *
     * @param configs each model, under a name of its own
     * @param defaultName the name of the one for agents that do not choose
     * @throws InvalidModelConfig when two have the same name, none has the default's, or a fallback leads nowhere or in a circle
     */
    public ConfiguredModels(List<ModelConfig> configs, String defaultName) {
        this(configs, defaultName, Thread::sleep);
    }

    ConfiguredModels(List<ModelConfig> configs, String defaultName, Pause pause) {
        SequencedMap<String, Function<ModelRequest, ModelOutcome>> byName = new LinkedHashMap<>();
        for (ModelConfig config : configs) {
            if (byName.put(config.name(), model(config, pause)) != null) {
                throw new InvalidModelConfig(config.name(), "name", "is used twice");
            }
        }
        if (!byName.containsKey(defaultName)) {
            throw new InvalidModelConfig(defaultName, "name", "is the default's, but no such model is configured");
        }
        this.models = Collections.unmodifiableSequencedMap(byName);
        this.defaultName = defaultName;
        this.fallbacks = Fallbacks.of(configs);
    }

    @Override
    public Set<String> names() {
        return models.keySet();
    }

    @Override
    public String defaultName() {
        return defaultName;
    }

    @Override
    public Optional<String> fallbackOf(String name) {
        return fallbacks.of(name);
    }

    /**
     * {@inheritDoc}
     *
     * <p>
     * A name that is not configured is an outcome too: an agent may still ask for a model that the operator took away.
     */
    @Override
    public ModelOutcome complete(String name, ModelRequest request) {
        return Optional.ofNullable(models.get(name)).map(model -> model.apply(request)).orElseGet(() -> notConfigured(name));
    }

    private ModelOutcome notConfigured(String name) {
        return new Failed(Failure.REFUSED, "no model \"" + name + "\" is configured; there are " + names(), Optional.empty());
    }

    private static Function<ModelRequest, ModelOutcome> model(ModelConfig config, Pause pause) {
        return switch (config.vendor()) {
            case SCRIPTED -> new ScriptedModel(pause, config.timeout())::complete;
            case OPENAI, ANTHROPIC, OLLAMA, GEMINI -> VendorModel.of(config)::complete;
        };
    }
}
