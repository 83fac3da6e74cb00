package dev.parley.testkit.memory;

import dev.parley.ports.MessageId;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queues of texts. */
final class MemoryPacing implements Pacing {

    private static final Comparator<Waiting> FIRST = Comparator.comparing(Waiting::urgency).thenComparing(Waiting::since);

    private final Memory memory;
    private final Map<WorkKey, Instant> freeAt = new HashMap<>();
    private final Map<WorkKey, Duration> gaps = new HashMap<>();
    private final List<Waiting> all = new ArrayList<>();

    MemoryPacing(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Duration> queue(Claim send, Pace pace) {
        return memory.atomically(() -> {
            gaps.put(pace.lane(), pace.gap());
            Optional<Outgoing> text = memory.texts.outgoing(send.key().organization(), new MessageId(send.key().subject()))
                    .filter(_ -> memory.work.holds(send));
            return text.map(t -> queue(send, pace, t));
        });
    }

    @Override
    public void hold(Pace pace, Duration time) {
        memory.atomically(() -> {
            gaps.put(pace.lane(), pace.gap());
            freeAt.merge(pace.lane(), memory.now().plus(time), (a, b) -> a.isAfter(b) ? a : b);
        });
    }

    @Override
    public Turn next(Claim lane) {
        return memory.atomically(() -> {
            if (!memory.work.holds(lane)) {
                return new Turn.Over();
            }
            Duration wait = wait(lane.key());
            if (wait.isPositive()) {
                memory.work.beginLater(lane, wait);
                return new Turn.Wait(wait);
            }
            return first(lane);
        });
    }

    private Duration queue(Claim send, Pace pace, Outgoing text) {
        memory.work.end(send);
        memory.texts.put(text.isToLeave() ? text.queued() : text.inFlight(false));
        String contact = text.draft().to().e164();
        all.replaceAll(w -> w.isBehind(pace, contact) ? w.as(pace.urgency()) : w);
        all.add(new Waiting(pace.lane(), text.id(), contact, pace.urgency(), text.place(), send.attempts()));
        Duration wait = wait(pace.lane());
        memory.work.makeDueUnlessThere(pace.lane(), memory.now().plus(wait));
        return wait;
    }

    private Turn first(Claim lane) {
        Optional<Waiting> first = all.stream().filter(w -> w.lane().equals(lane.key())).min(FIRST);
        if (first.isEmpty()) {
            memory.work.end(lane);
            return new Turn.Over();
        }
        all.remove(first.get());
        Outgoing text = memory.texts.outgoing(lane.key().organization(), first.get().message()).orElseThrow();
        if (text.draft().from().filter(from -> new MemoryOutbox(memory).isOptedOut(text.draft(), from)).isPresent()) {
            memory.texts.put(text.raised(MemoryOutbox.STOPPED, memory.now()));
            return first(lane);
        }
        return text.isToLeave() ? go(lane, first.get(), text.leaving()) : first(lane);
    }

    private Turn go(Claim lane, Waiting waiting, Outgoing text) {
        Duration gap = gaps.getOrDefault(lane.key(), Duration.ZERO);
        freeAt.put(lane.key(), memory.now().plus(gap));
        memory.work.beginLater(lane, gap);
        memory.texts.put(text);
        Claim send = memory.work.begin(WorkKey.send(lane.key().organization(), text.id()), waiting.tries());
        return new Turn.Go(text.message(), send, gap);
    }

    private Duration wait(WorkKey lane) {
        Duration wait = Duration.between(memory.now(), freeAt.getOrDefault(lane, memory.now()));
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    private record Waiting(WorkKey lane, MessageId message, String contact, Pace.Urgency urgency, Instant since, int tries) {

        boolean isBehind(Pace pace, String whom) {
            return lane.equals(pace.lane()) && contact.equals(whom) && urgency.compareTo(pace.urgency()) > 0;
        }

        Waiting as(Pace.Urgency other) {
            return new Waiting(lane, message, contact, other, since, tries);
        }
    }
}
