package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private final AtomicReference<Optional<Runnable>> meanwhile = new AtomicReference<>(Optional.empty());

    @Test
    void what_a_provider_said_is_stored_when_the_database_has_time_again() {
        Rig rig = rig(3);
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(2));

        assertEquals(MessageStatus.SENT, rig.outbound().getFirst().status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void what_could_never_be_stored_is_unknown_and_not_sent_again() {
        Rig rig = rig(1000);
        rig.text("Hello");
        rig.pass(Duration.ofHours(1));

        assertEquals(MessageStatus.UNKNOWN, rig.outbound().getFirst().status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void a_stop_that_comes_after_an_answer_was_written_down_still_holds_it_back() {
        Rig rig = late();
        meanwhile.set(Optional.of(() -> rig.text("STOP")));
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(2));

        assertEquals(List.of(), rig.provider().sent());
        assertEquals(MessageStatus.SUPPRESSED, rig.outbound().getFirst().status());
        assertEquals("opted_out", rig.outbound().getFirst().failure().orElseThrow().code());
    }

    @Test
    void who_slept_through_the_lease_sends_nothing_any_more() {
        Rig rig = late();
        meanwhile.set(Optional.of(() -> {
            rig.clock.passTime(Claim.LEASE.plusSeconds(10));
            rig.stores.work().claimDue(WorkKind.SEND, 10).forEach(rig.stores.outbox()::resume);
        }));
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(2));

        assertEquals(List.of(), rig.provider().sent());
        assertEquals(MessageStatus.UNKNOWN, rig.outbound().getFirst().status());
    }

    @Test
    void a_database_that_is_away_just_then_puts_the_text_off() {
        Rig rig = late();
        meanwhile.set(Optional.of(() -> {
            throw new StoreUnavailable("away", new IllegalStateException());
        }));
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(2));

        assertEquals(1, rig.provider().sent().size());
        assertEquals(MessageStatus.SENT, rig.outbound().getFirst().status());
    }

    private Rig late() {
        return new Rig(outbox -> new LateOutbox(outbox, meanwhile));
    }

    private static Rig rig(int busy) {
        return new Rig(outbox -> new BusyOutbox(outbox, new AtomicInteger(busy)));
    }
}
