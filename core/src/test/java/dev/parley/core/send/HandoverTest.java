package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.message.MessageStatus;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandoverTest {

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

    private static Rig rig(int busy) {
        return new Rig(outbox -> new BusyOutbox(outbox, new AtomicInteger(busy)));
    }
}
