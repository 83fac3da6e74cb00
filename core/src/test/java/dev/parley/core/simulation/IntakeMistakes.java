package dev.parley.core.simulation;

import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.testkit.sample.ArrivalSample;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mistakes with texts that come in. */
final class IntakeMistakes {

    private IntakeMistakes() {}

    /** Takes every copy for a text of its own. */
    static @Nullable Object noKey(Step step) {
        return step.is(Inbox.class, "accept") && step.args().get(0) instanceof Arrival arrival ? step.with(renamed(arrival)) : step.go();
    }

    /** Says that a text is safe whatever the database said. */
    static @Nullable Object hope(Step step) {
        try {
            return step.go();
        } catch (StoreUnavailable swallowed) {
            if (step.is(Inbox.class, "accept")) {
                return new Acceptance.Stored(Optional.empty());
            }
            throw swallowed;
        }
    }

    /** Forgets the parts of a text as soon as it has read them. */
    static @Nullable Object forgetParts(Step step) {
        Object result = step.go();
        if (step.is(LongTexts.class, "gather") && result instanceof Optional<?> text && text.isPresent()) {
            step.also("finish", step.args());
        }
        return result;
    }

    private static Arrival renamed(Arrival arrival) {
        return new ArrivalSample(arrival).named(arrival.providerMessageId() + "/" + arrival.id()).arrival();
    }

    /** Knows the copies that came to this process. */
    static final class DedupInMemory implements Tamper {

        private final Set<String> seen = new HashSet<>();

        @Override
        public @Nullable Object call(Step step) {
            if (!(step.is(Inbox.class, "accept") && step.args().get(0) instanceof Arrival arrival)) {
                return step.go();
            }
            if (seen.contains(arrival.providerMessageId())) {
                return new Acceptance.Duplicate();
            }
            Object result = step.with(renamed(arrival));
            seen.add(arrival.providerMessageId());
            return result;
        }
    }
}
