package dev.parley.app;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.IntakeJournal;
import dev.parley.ports.out.LanguageModels;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.WorkQueue;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Counts for {@code /observe/metrics} what becomes of texts and of what models are asked. Thread-safe. */
final class Counts {

    private final MeterRegistry registry;
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

    Counts(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same inbox, counted. */
    Inbox in(Inbox inbox) {
        return arrival -> {
            Acceptance acceptance = inbox.accept(arrival);
            count(1, "parley.texts.in", "result", switch (acceptance) {
                case Acceptance.Stored _ -> "stored";
                case Acceptance.Duplicate _ -> "duplicate";
            });
            return acceptance;
        };
    }

    /** The same outbox, counted: each hand-over to a provider, by what it came to. */
    Outbox in(Outbox outbox) {
        return new CountedOutbox(outbox, fate -> count(1, "parley.texts.out", "result", switch (fate) {
            case SendFate.Sent _ -> "sent";
            case SendFate.Failed _ -> "failed";
            case SendFate.Later _ -> "later";
            case SendFate.Unknown _ -> "unknown";
        }));
    }

    /** The same deliveries, counted: each attempt by what follows from it. */
    Deliveries in(Deliveries deliveries) {
        return new CountedDeliveries(deliveries, fate -> count(1, "parley.webhook.deliveries", "result", switch (fate) {
            case DeliveryFate.Delivered _ -> "delivered";
            case DeliveryFate.Retry _ -> "retry";
            case DeliveryFate.Dead _ -> "dead";
            case DeliveryFate.Gone _ -> "gone";
        }));
    }

    /** The same work, counted: what failed whoever did it, and what is given up for that. */
    WorkQueue in(WorkQueue work) {
        return new CountedWork(
                work,
                (kind, result) -> count(1, "parley.work.faults", "kind", kind.name().toLowerCase(Locale.ROOT), "result", result));
    }

    /** The same searches for texts whose answers were lost, counted by how they ended. */
    LostSends in(LostSends lostSends) {
        return new CountedLostSends(lostSends, end -> count(1, "parley.texts.lost", "end", end));
    }

    /** The same models, counted: each call by what it came to, and the tokens that it took. */
    LanguageModels in(LanguageModels models) {
        return new CountedModels(models, this::count);
    }

    /** How much waits in the journal for the database. */
    void journal(IntakeJournal journal) {
        registry.getOrCreate(Gauge.builder("parley.journal.entries", journal::size));
    }

    private void count(String model, ModelOutcome outcome) {
        switch (outcome) {
            case ModelOutcome.Answered(var _, var usage) -> {
                count(1, "parley.model.calls", "model", model, "result", "answered");
                count(usage.input(), "parley.model.tokens", "model", model, "direction", "input");
                count(usage.output(), "parley.model.tokens", "model", model, "direction", "output");
            }
            case ModelOutcome.Failed(var failure, var _, var _) ->
                    count(1, "parley.model.calls", "model", model, "result", failure.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Takes the name of the counter, and then the names and values of its tags in turn. */
    private void count(long amount, String...nameAndTags) {
        counters.computeIfAbsent(List.of(nameAndTags), this::counter).increment(amount);
    }

    private Counter counter(List<String> nameAndTags) {
        List<String> tags = nameAndTags.subList(1, nameAndTags.size());
        Stream<Tag> pairs = Stream.iterate(0, i -> i < tags.size(), i -> i + 2).map(i -> Tag.create(tags.get(i), tags.get(i + 1)));
        return registry.getOrCreate(Counter.builder(nameAndTags.getFirst()).tags(pairs.toList()));
    }
}
