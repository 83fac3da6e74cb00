package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.AgentId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacingTest {

    private final Rig rig = new Rig();
    private final Optional<AgentId> agent = Optional.of(rig.tenant.agent().id());

    @Test
    void texts_of_one_number_go_one_after_the_other() {
        pace("1");
        IntStream.range(0, 5).forEach(i -> send(rig.samples.contact(), "text " + i));
        assertEquals(1, sent().size());
        rig.pass(Duration.ofMillis(999));
        assertEquals(1, sent().size());
        rig.pass(Duration.ofMillis(1001));
        assertEquals(3, sent().size());
        rig.pass(Duration.ofSeconds(5));
        assertEquals(List.of("text 0", "text 1", "text 2", "text 3", "text 4"), sent());
        assertTrue(rig.outbound().stream().allMatch(m -> m.status() == MessageStatus.SENT));
    }

    @Test
    void the_distance_is_kept_when_nobody_has_waited() {
        pace("0.5");
        send(rig.contact, "first");
        rig.pass(Duration.ofSeconds(1));
        send(rig.contact, "second");
        assertEquals(List.of("first"), sent());
        rig.pass(Duration.ofSeconds(1));
        assertEquals(List.of("first", "second"), sent());
    }

    @Test
    void what_has_waited_for_four_hours_does_not_go_any_more() {
        pace("0.0001");
        IntStream.range(0, 3).forEach(i -> send(rig.samples.contact(), "text " + i));
        rig.pass(Duration.ofHours(6));
        assertEquals(List.of("text 0", "text 1"), sent());
        assertEquals(
                List.of("expired"),
                rig.outbound().stream().flatMap(m -> m.failure().stream()).map(Failure::code).toList());
    }

    @Test
    void an_answer_goes_first_and_a_scheduled_text_last() {
        pace("1");
        Instant soon = rig.clock.instant().plusSeconds(10);
        IntStream.range(0, 3).forEach(i -> schedule(rig.samples.contact(), "scheduled " + i, soon));
        rig.pass(Duration.ofMillis(10_001));
        send(rig.samples.contact(), "asked for");
        rig.text("Hello");
        rig.pass(Duration.ofSeconds(30));
        assertEquals("scheduled 0", sent().getFirst());
        assertTrue(sent().indexOf("asked for") < sent().indexOf("scheduled 2"), sent()::toString);
        assertTrue(sent().indexOf("answer 1") < sent().size() - 1 || sent().size() == 5, sent()::toString);
        assertEquals(5, sent().size());
    }

    @Test
    void no_text_overtakes_another_of_its_conversation() {
        pace("1");
        send(rig.samples.contact(), "somebody else");
        send(rig.contact, "before");
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(1));
        assertEquals(List.of("somebody else", "before", "answer 1"), sent());
    }

    @Test
    void what_waits_goes_on_in_another_process() {
        pace("1");
        IntStream.range(0, 4).forEach(i -> send(rig.samples.contact(), "text " + i));
        rig.restart();
        rig.pass(Duration.ofSeconds(10));
        assertEquals(List.of("text 0", "text 1", "text 2", "text 3"), sent());
    }

    @Test
    void who_opts_out_while_a_text_waits_does_not_get_it() {
        pace("1");
        send(rig.samples.contact(), "somebody else");
        send(rig.contact, "too late");
        rig.text("STOP");
        rig.pass(Duration.ofMinutes(1));
        assertTrue(sent().stream().noneMatch("too late"::equals), sent()::toString);
        assertEquals(MessageStatus.SUPPRESSED, rig.outbound().get(1).status());
    }

    @Test
    void one_number_that_is_throttled_is_left_alone_for_a_while() {
        var busy = new ProviderError(Reason.THROTTLED, "429", "Too many requests");
        rig.provider().willAnswer(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(20)), busy));
        IntStream.range(0, 10).forEach(i -> send(rig.samples.contact(), "text " + i));
        assertEquals(1, rig.provider().sent().size());
        rig.pass(Duration.ofSeconds(19));
        assertEquals(1, rig.provider().sent().size());
        rig.pass(Duration.ofSeconds(10));
        assertEquals(11, rig.provider().sent().size());
        assertTrue(rig.outbound().stream().allMatch(m -> m.status() == MessageStatus.SENT));
    }

    private void pace(String perSecond) {
        Connection c = rig.tenant.connection();
        rig.stores.connections()
                .update(
                        new Connection(
                                c.id(),
                                c.organization(),
                                c.provider(),
                                c.name(),
                                c.accountKey(),
                                c.credentials(),
                                Map.of("messagesPerSecond", perSecond),
                                c.version(),
                                c.createdAt(),
                                c.updatedAt()));
    }

    private void send(PhoneNumber to, String body) {
        Rig.value(rig.useCases().texts().send().send(command(to, body, Optional.empty())));
    }

    private void schedule(PhoneNumber to, String body, Instant at) {
        Rig.value(rig.useCases().texts().send().send(command(to, body, Optional.of(at))));
    }

    private SendCommand command(PhoneNumber to, String body, Optional<Instant> at) {
        var id = new MessageId(rig.ids.next());
        var words = new SendCommand.Words.Raw(body);
        return new SendCommand(id, rig.tenant.id(), to, Optional.empty(), agent, Optional.empty(), words, at);
    }

    private List<String> sent() {
        return rig.provider().sent().stream().map(OutboundText::body).toList();
    }
}
