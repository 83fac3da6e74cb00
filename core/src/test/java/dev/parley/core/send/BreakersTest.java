package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.Connection.Problem;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private static final SendOutcome REFUSED = FakeProvider.refused(Reason.PROVIDER_AUTH);
    private static final SendOutcome CLOSED = new SendOutcome.Unavailable("there is no connection");

    private final Rig rig = new Rig();

    private void texts(int contacts) {
        for (int i = 0; i < contacts; i++) {
            rig.receive(FakeWebhook.text("many-" + i, "+1500555%04d".formatted(1000 + i), rig.tenant.ours().e164(), "Hello"));
        }
        rig.pass(Duration.ofSeconds(6));
    }

    private Connection connection() {
        return rig.stores.connections().find(rig.tenant.id(), rig.tenant.connection().id()).orElseThrow();
    }

    private Optional<String> problem() {
        return connection().problem().map(Problem::code);
    }

    private List<MessageStatus> statuses() {
        return rig.outbound().stream().map(m -> m.status()).distinct().toList();
    }

    @Test
    void texts_wait_while_the_credentials_are_refused() {
        rig.provider().alwaysAnswer(_ -> REFUSED);
        texts(20);
        rig.pass(Duration.ofMinutes(10));
        assertEquals(List.of(MessageStatus.QUEUED), statuses());
        assertEquals(Optional.of(Problem.AUTH_ERROR), problem());
        assertTrue(rig.provider().sent().size() < 20, () -> rig.provider().sent().size() + " were tried");
    }

    @Test
    void they_go_on_when_the_provider_takes_the_credentials_again() {
        rig.provider().alwaysAnswer(_ -> REFUSED);
        texts(20);
        rig.pass(Duration.ofMinutes(3));
        rig.provider().alwaysAnswer(text -> FakeProvider.accepted("PM-" + text.id()));
        rig.pass(Duration.ofMinutes(3));
        assertEquals(List.of(MessageStatus.SENT), statuses());
        assertEquals(Optional.empty(), problem());
    }

    @Test
    void a_changed_connection_begins_anew() {
        rig.provider().alwaysAnswer(_ -> REFUSED);
        texts(1);
        assertEquals(Optional.of(Problem.AUTH_ERROR), problem());
        assertTrue(rig.stores.connections().update(connection()));
        assertEquals(Optional.empty(), problem());
        int before = rig.provider().sent().size();
        texts(2);
        assertTrue(rig.provider().sent().size() > before, "it is still closed");
    }

    @Test
    void what_waited_for_four_hours_has_failed() {
        rig.provider().alwaysAnswer(_ -> REFUSED);
        texts(3);
        rig.pass(Duration.ofHours(4).plusMinutes(3));
        assertEquals(List.of(MessageStatus.FAILED), statuses());
        assertEquals(List.of("expired"), rig.outbound().stream().map(m -> m.failure().orElseThrow().code()).distinct().toList());
    }

    @Test
    void one_text_at_a_time_finds_out_whether_a_port_is_open_again() {
        rig.provider().alwaysAnswer(_ -> CLOSED);
        texts(20);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(Optional.of(Problem.UNREACHABLE), problem());
        int tried = rig.provider().sent().size();
        assertTrue(tried < 15, () -> tried + " were tried");
        rig.provider().alwaysAnswer(text -> FakeProvider.accepted("PM-" + text.id()));
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of(MessageStatus.SENT), statuses());
        assertEquals(20, rig.provider().sent().size() - tried);
    }

    @Test
    void a_lost_answer_closes_nothing() {
        rig.provider().alwaysAnswer(_ -> new SendOutcome.Ambiguous("lost"));
        texts(3);
        assertEquals(3, rig.provider().sent().size());
        assertEquals(Optional.empty(), problem());
    }
}
