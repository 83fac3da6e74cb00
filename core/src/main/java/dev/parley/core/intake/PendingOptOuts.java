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
import java.util.concurrent.ConcurrentHashMap;

/** Opt-outs that are in the journal and not yet in the database. They bind this process at once. Thread-safe. */
public final class PendingOptOuts {

    private final Map<Pair, Entry> stops = new ConcurrentHashMap<>();

    PendingOptOuts() {}

    /**
     * Whose consent to texts from which number.
     *
     * @param organization whose number
     * @param ours our number
     * @param contact the contact, as the provider writes it
     */
    private record Pair(OrganizationId organization, PhoneNumber ours, String contact) {}

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

    /** Heeds what has gone into the journal, in its order. */
    void heed(List<Entry> entries) {
        entries.forEach(entry -> wish(entry).ifPresent(wish -> {
            switch (wish.keyword()) {
                case STOP -> stops.putIfAbsent(wish.pair(), entry);
                case START -> stops.remove(wish.pair());
                case HELP -> {}
            }
        }));
    }

    /** The database has them now. */
    void settle(List<Entry> entries) {
        if (!stops.isEmpty()) {
            entries.forEach(entry -> wish(entry).ifPresent(wish -> stops.remove(wish.pair(), entry)));
        }
    }

    /** Tells the database of all of them. */
    void tell(Suppressions suppressions) {
        stops.forEach((pair, entry) -> suppressions.optOut(pair.organization(), pair.ours(), pair.contact(),
                new Suppressions.Event(source(entry), entry.receivedAt())));
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
