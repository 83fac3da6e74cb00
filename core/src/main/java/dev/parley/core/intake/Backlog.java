package dev.parley.core.intake;

import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * About whom there is something in the journal: whatever else comes about them has to wait behind it. Remembers a few thousand
 * lanes, each for many contacts, so that it takes no room however long the database is away. Thread-safe.
 */
final class Backlog {

    private static final int LANES = 1 << 13;

    private final AtomicIntegerArray waiting = new AtomicIntegerArray(LANES);
    private final AtomicInteger all = new AtomicInteger();

    /** The lane of an entry: the same for all texts between two numbers, and for all reports about a text. */
    static int lane(Entry entry) {
        return Math.floorMod(lane(entry.event()) * 31 + entry.organization().hashCode(), LANES);
    }

    private static int lane(WebhookEvent event) {
        return switch (event) {
            case InboundText text -> Objects.hash(text.to(), text.from());
            case OptOutSignal signal -> Objects.hash(signal.ourNumber(), signal.contact());
            case DeliveryReport report -> report.providerMessageId().hashCode();
            case Ignored _ -> 0;
        };
    }

    boolean isEmpty() {
        return all.get() == 0;
    }

    boolean isAheadOf(List<Entry> entries) {
        return !isEmpty() && entries.stream().anyMatch(entry -> waiting.get(lane(entry)) > 0);
    }

    void add(List<Entry> entries) {
        all.addAndGet(entries.size());
        entries.forEach(entry -> waiting.incrementAndGet(lane(entry)));
    }

    void remove(List<Entry> entries) {
        entries.forEach(entry -> waiting.decrementAndGet(lane(entry)));
        all.addAndGet(-entries.size());
    }
}
