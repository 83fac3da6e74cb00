package dev.parley.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.model.ModelOutcome.Answered;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguredModelsTest {

    private final List<ModelConfig> configs = List.of(ModelConfig.scripted("first"), ModelConfig.scripted("second"));

    @Test
    void the_names_are_those_of_the_configuration_in_its_order() {
        ConfiguredModels models = new ConfiguredModels(configs, "second");

        assertEquals(List.of("first", "second"), List.copyOf(models.names()));
        assertEquals("second", models.defaultName());
    }

    @Test
    void the_names_cannot_be_changed_from_outside() {
        assertThrows(UnsupportedOperationException.class, () -> new ConfiguredModels(configs, "first").names().clear());
    }

    @Test
    void a_name_is_used_once() {
        List<ModelConfig> twice = List.of(ModelConfig.scripted("first"), ModelConfig.scripted("first"));

        assertEquals(
                "model \"first\": name is used twice",
                assertThrows(InvalidModelConfig.class, () -> new ConfiguredModels(twice, "first"))
                        .getMessage());
    }

    @Test
    void the_default_is_one_of_them() {
        assertEquals(
                "model \"third\": name is the default's, but no such model is configured",
                assertThrows(
                        InvalidModelConfig.class,
                        () -> new ConfiguredModels(configs, "third")).getMessage());
    }

    @Test
    void a_model_that_was_taken_away_is_a_failure_that_says_what_there_is() {
        assertEquals(
                new Failed(Failure.REFUSED, "no model \"third\" is configured; there are [first, second]", Optional.empty()),
                new ConfiguredModels(configs, "first").complete("third", Wire.request()));
    }

    @Test
    void the_scripted_model_waits_as_its_prompt_says() {
        List<Duration> waited = new ArrayList<>();
        ConfiguredModels models = new ConfiguredModels(configs, "first", waited::add);

        assertInstanceOf(Answered.class, models.complete("first", new ModelRequest("scripted: delay 10s", List.of())));
        assertEquals(List.of(Duration.ofSeconds(10)), waited);
    }
}
