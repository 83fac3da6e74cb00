package dev.parley.core.compose;

import dev.parley.core.world.World;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.out.LanguageModels;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * Asks models for somebody who waits: each has its share of the time that is left, and whatever answers later is left behind. For
 * one text.
 */
final class Hurry {

    private static final Failed TOO_LATE = failed(Failure.TIMEOUT, "no answer in its share of the time");
    private static final Failed BROKE = failed(Failure.UNAVAILABLE, "the adapter failed");

    private final LanguageModels models;
    private final World.Nature nature;
    private int toAsk;

    Hurry(LanguageModels models, World.Nature nature, int toAsk) {
        this.models = models;
        this.nature = nature;
        this.toAsk = toAsk;
    }

    BiFunction<String, ModelRequest, ModelOutcome> until(Instant end) {
        return (model, request) -> {
            Duration share = Duration.between(nature.clock().instant(), end).dividedBy(toAsk);
            toAsk--;
            return share.isPositive() ? ask(model, request, share) : TOO_LATE;
        };
    }

    private ModelOutcome ask(String model, ModelRequest request, Duration share) {
        var answer = new AtomicReference<ModelOutcome>(BROKE);
        boolean inTime = nature.tasks().runAndWait(share, () -> answer.set(models.complete(model, request)));
        return inTime ? answer.get() : TOO_LATE;
    }

    private static Failed failed(Failure failure, String detail) {
        return new Failed(failure, detail, Optional.empty());
    }
}
