package dev.parley.testkit.fake;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.model.TokenUsage;
import dev.parley.ports.out.LanguageModels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Language models that answer what they are told to, and otherwise {@code "answer 1"}, {@code "answer 2"} and so on.
 * Thread-safe.
 */
public final class FakeModels implements LanguageModels {

    /** The name of the model that is asked unless an agent chooses. */
    public static final String DEFAULT = "fake-default";

    /** The name of the other model. */
    public static final String OTHER = "fake-other";

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> fallbacks = new ConcurrentHashMap<>();
    private final Script<Asked, ModelOutcome> script = new Script<>(_ -> answer("answer " + asked.size()));

    /** Models that were told nothing yet. */
    public FakeModels() {}

    @Override
    public Set<String> names() {
        return Set.of(DEFAULT, OTHER);
    }

    @Override
    public String defaultName() {
        return DEFAULT;
    }

    @Override
    public Optional<String> fallbackOf(String name) {
        return Optional.ofNullable(fallbacks.get(name));
    }

    /** When the default fails, the other model is asked from now on. */
    public void fallBack() {
        fallbacks.put(DEFAULT, OTHER);
    }

    @Override
    public ModelOutcome complete(String name, ModelRequest request) {
        var question = new Asked(name, request);
        asked.add(question);
        return script.answer(question);
    }

    /** The next questions are answered so, in that order. */
    public void willAnswer(ModelOutcome...outcomes) {
        script.add(List.of(outcomes));
    }

    /** The next question is answered so; whatever else the function does happens while the model thinks. */
    public void willAnswerOnce(Function<Asked, ModelOutcome> answer) {
        script.add(answer);
    }

    /** Every question for which nothing else was laid in is answered so. */
    public void alwaysAnswer(Function<Asked, ModelOutcome> answer) {
        script.always(answer);
    }

    /** What was asked, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** An answer of so many words for ten tokens in and five out. */
    public static ModelOutcome answer(String text) {
        return new ModelOutcome.Answered(text, new TokenUsage(10, 5));
    }

    /**
     * A question to a model.
     *
     * @param name which model was asked
     * @param request what it was asked
     */
    public record Asked(String name, ModelRequest request) {}
}
