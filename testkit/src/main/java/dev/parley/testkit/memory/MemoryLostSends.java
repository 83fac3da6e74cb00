package dev.parley.testkit.memory;

import dev.parley.ports.Address;
import dev.parley.ports.MessageId;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Adoption;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryLostSends(Memory memory, MemoryOutbox outbox) implements LostSends {

    private static final String TWICE = "It may have arrived twice.";

    @Override
    public Optional<LostSend> find(Claim claim) {
        return memory.atomically(() -> held(claim).map(this::lost));
    }

    @Override
    public Adoption adopt(Claim claim, List<StatusReport> texts) {
        return memory.atomically(() -> held(claim).map(text -> adopt(claim, text, texts)).orElse(Adoption.OVER));
    }

    @Override
    public boolean missed(Claim claim, Duration nextLook) {
        return memory.atomically(() -> {
            memory.searches.computeIfPresent(id(claim), (_, search) -> memory.work.holds(claim) ? search.missed() : search);
            return memory.work.beginLater(claim, nextLook);
        });
    }

    @Override
    public boolean giveUp(Claim claim) {
        return memory.atomically(() -> end(claim));
    }

    @Override
    public boolean beginAgain(Claim claim) {
        return memory.atomically(() -> held(claim).filter(text -> !search(text).isAgain()).filter(text -> !isOptedOut(text)).map(text -> {
            memory.searches.put(text.id(), search(text).again(true));
            return true;
        }).orElse(false));
    }

    @Override
    public boolean finishAgain(Claim claim, SendFate fate, Duration nextLook) {
        return memory.atomically(() -> switch (fate) {
            case SendFate.Sent sent -> sentAgain(claim, sent);
            case SendFate.Later(Duration delay, _) -> {
                memory.searches.computeIfPresent(id(claim), (_, search) -> search.again(!memory.work.holds(claim)));
                yield memory.work.beginLater(claim, delay);
            }
            case SendFate.Failed(Failure failure, _) -> searchOn(claim, failure, nextLook);
            case SendFate.Unknown(Failure failure) -> searchOn(claim, failure, nextLook);
        });
    }

    private boolean sentAgain(Claim claim, SendFate.Sent sent) {
        boolean isOurs = end(claim);
        text(claim).ifPresent(text -> {
            outbox.sent(text, sent);
            flag(claim);
        });
        return isOurs;
    }

    private boolean searchOn(Claim claim, Failure failure, Duration nextLook) {
        held(claim).ifPresent(text -> memory.texts.put(text.noted(new Failure("unknown", TWICE + " " + failure.message()))));
        return memory.work.beginLater(claim, nextLook);
    }

    private Adoption adopt(Claim claim, Outgoing text, List<StatusReport> texts) {
        if (twins(text).anyMatch(twin -> twin.message().status() == MessageStatus.SENDING && twin.isInFlight())) {
            return Adoption.CONTESTED;
        }
        List<StatusReport> free = texts.stream().filter(report -> isFree(text, report)).toList();
        long elders = twins(text).filter(twin -> isBefore(twin, text)).count();
        Optional<StatusReport> mine = free.stream()
                .filter(report -> report.messageId().filter(text.id()::equals).isPresent())
                .findFirst()
                .or(() -> free.stream().skip(elders).findFirst());
        mine.ifPresent(report -> take(claim, text, report));
        return mine.isPresent() ? Adoption.ADOPTED : Adoption.NONE_FREE;
    }

    private void take(Claim claim, Outgoing text, StatusReport report) {
        boolean isAgain = search(text).isAgain();
        outbox.sent(text, new SendFate.Sent(List.of(report.providerMessageId()), Optional.empty(), report.from()));
        text(claim).ifPresent(named -> outbox.apply(named, report));
        if (isAgain) {
            flag(claim);
        }
        end(claim);
    }

    private boolean isFree(Outgoing text, StatusReport report) {
        Optional<MessageId> owner =
                memory.texts.outgoing(c -> memory.areSiblings(c, text.draft().connection()), report.providerMessageId()).map(Outgoing::id);
        return owner.or(report::messageId).filter(id -> !id.equals(text.id())).isEmpty();
    }

    private boolean isBefore(Outgoing twin, Outgoing text) {
        Comparator<Outgoing> order = Comparator.<Outgoing, Instant>comparing(t -> search(t).handedOver())
                .thenComparing(t -> t.id().value());
        return twin.message().status() == MessageStatus.UNKNOWN && memory.searches.containsKey(twin.id()) && order.compare(twin, text) < 0;
    }

    private Stream<Outgoing> twins(Outgoing text) {
        return memory.texts.outgoing()
                .filter(other -> !other.id().equals(text.id()))
                .filter(other -> other.draft().connection().equals(text.draft().connection()))
                .filter(other -> other.draft().to().equals(text.draft().to()))
                .filter(other -> other.message().content().body().equals(text.message().content().body()));
    }

    /** What is searched for; a search for what is known by now ends. */
    private Optional<Outgoing> held(Claim claim) {
        if (!memory.work.holds(claim)) {
            return Optional.empty();
        }
        Optional<Outgoing> lost = text(claim).filter(text -> text.message().status() == MessageStatus.UNKNOWN)
                .filter(text -> memory.searches.containsKey(text.id()));
        if (lost.isEmpty()) {
            end(claim);
        }
        return lost;
    }

    private boolean end(Claim claim) {
        boolean isOurs = memory.work.holds(claim);
        if (isOurs) {
            memory.work.end(claim);
            memory.searches.remove(id(claim));
        }
        return isOurs;
    }

    private void flag(Claim claim) {
        text(claim).ifPresent(text -> memory.texts.put(text.flagged(TWICE)));
    }

    private boolean isOptedOut(Outgoing text) {
        return text.message()
                .header()
                .from()
                .flatMap(Address::phoneNumber)
                .filter(from -> outbox.isOptedOut(text.draft(), from))
                .isPresent();
    }

    private LostSend lost(Outgoing text) {
        Search search = search(text);
        return new LostSend(text.message(), search.handedOver(), search.misses(), search.isAgain());
    }

    private Search search(Outgoing text) {
        return memory.searches.getOrDefault(text.id(), new Search(text.draft().createdAt(), 0, false));
    }

    private Optional<Outgoing> text(Claim claim) {
        return memory.texts.outgoing(claim.key().organization(), id(claim));
    }

    private static MessageId id(Claim claim) {
        return new MessageId(claim.key().subject());
    }
}
