package dev.parley.core.simulation;

import dev.parley.core.simulation.Ledger.Question;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.model.TokenUsage;
import dev.parley.ports.out.LanguageModels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model that thinks for seconds, fails, or answers nothing.
 *
 * @param stage where it stands
 */
record SimulatedModels(Stage stage) implements LanguageModels {

    private static final String NAME = "simulated";
    private static final String OTHER = "simulated too";
    private static final Duration SLOWEST = Duration.ofSeconds(12);
    private static final Duration LONGEST_WISH = Duration.ofSeconds(40);

    @Override
    public Set<String> names() {
        return Set.of(NAME, OTHER);
    }

    @Override
    public String defaultName() {
        return NAME;
    }

    @Override
    public Optional<String> fallbackOf(String name) {
        return name.equals(NAME) ? Optional.of(OTHER) : Optional.empty();
    }

    @Override
    public ModelOutcome complete(String name, ModelRequest request) {
        String turns = request.turns().stream().map(Turn::content).collect(Collectors.joining(" | "));
        stage.ledger.questions.add(new Question(request.system() + turns));
        stage.scheduler.sleep(stage.chance.upTo(SLOWEST));
        ModelOutcome outcome = stage.chance.hits(stage.weather.model()) ? trouble() : answer(request.system() + turns);
        stage.note("model", () -> "asked \"" + turns + "\" -> " + outcome);
        return outcome;
    }

    /** Says whatever secret word it was told. */
    private ModelOutcome answer(String told) {
        String words = Population.canariesIn(told).collect(Collectors.joining(" "));
        return new ModelOutcome.Answered(words + " answer " + stage.ledger.questions.size(), TokenUsage.NONE);
    }

    private ModelOutcome trouble() {
        Optional<Duration> wish =
                stage.chance.hits(0.5) ? Optional.of(stage.chance.upTo(LONGEST_WISH)) : Optional.empty();
        return switch (stage.chance.between(1, 4)) {
            case 1 -> new ModelOutcome.Answered(" ", TokenUsage.NONE);
            case 2 -> new ModelOutcome.Answered("blah ".repeat(400), TokenUsage.NONE);
            default -> new ModelOutcome.Failed(stage.chance.oneOf(List.of(Failure.values())), "simulated", wish);
        };
    }
}
