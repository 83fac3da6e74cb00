package dev.parley.core.intake;

import dev.parley.ports.Address;
import dev.parley.ports.Keyword;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Opt-outs that are in the journal and not yet in the database. They bind this process at once. Thread-safe. */
public final class PendingOptOuts {

    private final Map<Pair, Stop> stops = new ConcurrentHashMap<>();

    /** Nothing is settled that is about to be heeded: it would be held for ever. */
    private final ReadWriteLock order = new ReentrantReadWriteLock(true);

    PendingOptOuts() {}

    /**
     * Whose consent to texts from which number.
     *
     * @param organization whose number
     * @param ours our number
     * @param contact the contact, as the provider writes it
     */
    private record Pair(OrganizationId organization, PhoneNumber ours, String contact) {}

    /**
     * An opt-out that binds this process alone until the database knows of it.
     *
     * @param entry what says so
     * @param told complete when the database knows, or has no need to any more
     */
    private record Stop(Entry entry, CompletableFuture<Void> told) {}

    /** What somebody says who wants no texts, or texts again. */
    private record Wish(Pair pair, Keyword keyword) {}

    /**
     * Whether a contact wants no text from a number.
     *
     * @param from our numbers of which one is the sender; without one the provider chooses
     */
    public boolean hold(OrganizationId organization, List<PhoneNumber> from, PhoneNumber to) {
        if (stops.isEmpty()) {
            return false;
        }
        return from.isEmpty()
                ? stops.keySet().stream().anyMatch(p -> p.organization().equals(organization) && p.contact().equals(to.e164()))
                : from.stream().anyMatch(ours -> stops.containsKey(new Pair(organization, ours, to.e164())));
    }

    /** Puts entries into the journal, and heeds them if it has taken them. */
    boolean heedOnce(List<Entry> entries, BooleanSupplier append) {
        if (entries.stream().allMatch(entry -> wish(entry).isEmpty())) {
            return append.getAsBoolean();
        }
        order.readLock().lock();
        try {
            boolean isKept = append.getAsBoolean();
            if (isKept) {
                heed(entries);
            }
            return isKept;
        } finally {
            order.readLock().unlock();
        }
    }

    /** Heeds what is in the journal, in its order. */
    void heed(List<Entry> entries) {
        entries.forEach(entry -> wish(entry).ifPresent(wish -> {
            switch (wish.keyword()) {
                case STOP -> stops.putIfAbsent(wish.pair(), new Stop(entry, new CompletableFuture<>()));
                case START -> settle(wish.pair(), _ -> true);
                case HELP -> {}
            }
        }));
    }

    /** Complete once other processes can know of the opt-outs among these entries. */
    CompletableFuture<Void> told(List<Entry> entries) {
        return CompletableFuture.allOf(entries.stream()
                .flatMap(entry -> wish(entry).stream())
                .flatMap(wish -> Stream.ofNullable(stops.get(wish.pair())))
                .map(Stop::told)
                .toArray(CompletableFuture<?>[]::new));
    }

    /** The database has them now. */
    void settle(List<Entry> entries) {
        order.writeLock().lock();
        try {
            entries.forEach(entry -> wish(entry).ifPresent(wish -> settle(wish.pair(), stop -> stop.entry().equals(entry))));
        } finally {
            order.writeLock().unlock();
        }
    }

    private void settle(Pair pair, Predicate<Stop> which) {
        stops.computeIfPresent(pair, (_, stop) -> {
            if (!which.test(stop)) {
                return stop;
            }
            stop.told().complete(null);
            return null;
        });
    }

    /** Tells the database of all of which it has not heard. */
    void tell(Suppressions suppressions) {
        stops.forEach((pair, stop) -> {
            if (!stop.told().isDone()) {
                var event = new Suppressions.Event(source(stop.entry()), stop.entry().receivedAt());
                suppressions.optOut(pair.organization(), pair.ours(), pair.contact(), event);
                stop.told().complete(null);
            }
        });
    }

    /** Lets go whoever waits for the database to know. */
    void release() {
        stops.values().forEach(stop -> stop.told().complete(null));
    }

    private static String source(Entry entry) {
        return switch (entry.event()) {
            case InboundText text when text.handledKeyword().isEmpty() -> "text:" + Keywords.fold(text.body());
            case InboundText _, OptOutSignal _, DeliveryReport _, Ignored _ -> "provider:" + Keyword.STOP;
        };
    }

    private static Optional<Wish> wish(Entry entry) {
        return switch (entry.event()) {
            case InboundText text when text.part().isEmpty() -> text.handledKeyword()
                    .or(() -> Keywords.match(text.body()))
                    .flatMap(keyword -> wish(entry, text.to(), text.from(), keyword));
            case OptOutSignal signal -> wish(entry, signal.ourNumber(), signal.contact(), signal.keyword());
            case InboundText _, DeliveryReport _, Ignored _ -> Optional.empty();
        };
    }

    private static Optional<Wish> wish(Entry entry, String ours, String contact, Keyword keyword) {
        return PhoneNumber.parse(ours)
                .flatMap(number -> Address.parse(contact).map(c -> new Pair(entry.organization(), number, c.value())))
                .map(pair -> new Wish(pair, keyword));
    }
}
