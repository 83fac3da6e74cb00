package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class MemoryLongTexts implements LongTexts {

    private final Memory memory;
    private final Map<WorkKey, Gathering> gatherings = new LinkedHashMap<>();
    private final Set<Name> known = new HashSet<>();

    MemoryLongTexts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Acceptance add(TextPart part) {
        return memory.atomically(() -> isKnown(part) ? new Acceptance.Duplicate() : store(part));
    }

    @Override
    public Optional<LongText> gather(Claim claim) {
        return memory.atomically(() -> held(claim).map(gathering -> {
            gatherings.put(claim.key(), gathering.closed());
            return new LongText(gathering.first().connection(), gathering.parts());
        }));
    }

    @Override
    public boolean finish(Claim claim) {
        return memory.atomically(() -> {
            Optional<Gathering> held = held(claim);
            held.ifPresent(_ -> {
                gatherings.remove(claim.key());
                memory.work.end(claim);
            });
            return held.isPresent();
        });
    }

    private boolean isKnown(TextPart part) {
        return hasCome(part.connection(), part.text().providerMessageId());
    }

    boolean hasCome(ConnectionId connection, String providerMessageId) {
        return known.stream()
                .anyMatch(n -> memory.areSiblings(n.connection(), connection) && n.providerMessageId().equals(providerMessageId));
    }

    private Acceptance store(TextPart part) {
        known.add(new Name(part.connection(), part.text().providerMessageId()));
        WorkKey key = waiting(part).orElseGet(() -> begin(part));
        Gathering grown = gatherings.getOrDefault(key, Gathering.begun(part, memory.now())).with(part.text());
        gatherings.put(key, grown);
        if (grown.isShort()) {
            return new Acceptance.Stored(Optional.empty());
        }
        gatherings.put(key, grown.closed());
        memory.work.makeDue(key, memory.now());
        return new Acceptance.Stored(Optional.of(new Acceptance.Due(key, Duration.ZERO)));
    }

    private WorkKey begin(TextPart part) {
        WorkKey key = WorkKey.join(part.organization(), part.newText());
        memory.work.makeDue(key, memory.now().plus(PATIENCE));
        return key;
    }

    private Optional<WorkKey> waiting(TextPart part) {
        Instant late = memory.now().minus(PATIENCE);
        return gatherings.entrySet()
                .stream()
                .filter(e -> e.getValue().takes(part, memory) && e.getValue().since().isAfter(late))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Gathering> held(Claim claim) {
        return memory.work.holds(claim) ? Optional.ofNullable(gatherings.get(claim.key())) : Optional.empty();
    }

    /** What a part is called; only within its account. */
    private record Name(ConnectionId connection, String providerMessageId) {}

    /** A text, and what has come of it. */
    private record Gathering(TextPart first, Instant since, boolean isOpen, List<InboundText> parts) {

        private static final Comparator<InboundText> BY_INDEX = Comparator.comparingInt(Gathering::index);

        static Gathering begun(TextPart first, Instant now) {
            return new Gathering(first, now, true, List.of());
        }

        Gathering with(InboundText part) {
            var grown = new ArrayList<>(parts);
            grown.add(part);
            grown.sort(BY_INDEX);
            return new Gathering(first, since, isOpen, grown);
        }

        Gathering closed() {
            return new Gathering(first, since, false, parts);
        }

        boolean takes(TextPart part, Memory memory) {
            return isOpen && part.organization().equals(first.organization())
                    && memory.areSiblings(part.connection(), first.connection())
                    && part.from().equals(first.from())
                    && part.to().equals(first.to())
                    && part.part().reference().equals(first.part().reference())
                    && part.part().total() == first.part().total();
        }

        boolean isShort() {
            return parts.stream().map(Gathering::index).distinct().count() < first.part().total();
        }

        private static int index(InboundText text) {
            return text.part().orElseThrow().index();
        }
    }
}
