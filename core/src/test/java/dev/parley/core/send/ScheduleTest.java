package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.AgentId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Words HELLO = new Words.Raw(" Good morning. ");
    private static final Words MADE_UP = new Words.Generated(Optional.empty(), Optional.empty(), Variables.NONE);
    private static final Duration WAIT = Duration.ofHours(3);

    private final Rig rig = new Rig();
    private final Optional<AgentId> agent = Optional.of(rig.tenant.agent().id());

    @Test
    void a_text_waits_for_its_time() {
        OutboundMessage message = Rig.value(schedule(HELLO));
        assertEquals(MessageStatus.SCHEDULED, message.status());
        assertEquals("Good morning.", message.content().body());
        assertEquals(Optional.of(rig.clock.instant().plus(WAIT)), message.scheduledAt());

        rig.pass(WAIT.minusSeconds(2));
        assertEquals(List.of(), rig.provider().sent());
        rig.pass(Duration.ofSeconds(3));
        assertEquals("Good morning.", rig.provider().sent().getFirst().body());
        assertEquals(MessageStatus.SENT, status(message));
    }

    @Test
    void one_that_is_due_soon_goes_out_to_the_moment() {
        Rig.value(schedule(HELLO, Duration.ofMillis(90_300)));
        rig.pass(Duration.ofMillis(90_299));
        assertEquals(0, rig.provider().sent().size());
        rig.pass(Duration.ofMillis(2));
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void another_process_sends_it_when_this_one_is_gone() {
        OutboundMessage message = Rig.value(schedule(HELLO, Duration.ofMinutes(1)));
        rig.restart();
        rig.pass(Duration.ofMinutes(1).plusSeconds(1));
        assertEquals(MessageStatus.SENT, status(message));
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void words_are_found_when_the_time_comes_and_know_the_conversation_as_it_is_then() {
        OutboundMessage message = Rig.value(schedule(MADE_UP));
        assertEquals("", message.content().body());
        assertEquals(List.of(), rig.models.asked());
        rig.text("Hi");
        rig.pass(WAIT.plusSeconds(1));

        assertEquals(List.of(new Turn(Role.USER, "Hi"), new Turn(Role.ASSISTANT, "answer 1")),
                rig.models.asked().getLast().request().turns());
        OutboundMessage sent = (OutboundMessage) rig.message(message.id());
        assertEquals("answer 2", sent.content().body());
        assertTrue(sent.generatedByLlm());
    }

    @Test
    void a_model_does_not_see_what_is_yet_to_be_said() {
        Rig.value(schedule(HELLO));
        rig.text("Hi");
        rig.pass(Duration.ofMinutes(1));
        assertEquals(List.of(new Turn(Role.USER, "Hi")), rig.models.asked().getFirst().request().turns());
    }

    @Test
    void a_model_that_fails_for_a_moment_is_asked_again_and_for_good_ends_it() {
        var busy = new ModelOutcome.Failed(ModelOutcome.Failure.UNAVAILABLE, "busy", Optional.empty());
        OutboundMessage lucky = Rig.value(schedule(MADE_UP));
        rig.models.willAnswer(busy);
        rig.pass(WAIT.plusSeconds(10));
        assertEquals(MessageStatus.SENT, status(lucky));

        OutboundMessage luckless = Rig.value(schedule(MADE_UP));
        rig.models.alwaysAnswer(_ -> busy);
        rig.pass(WAIT.plusMinutes(2));
        assertEquals(MessageStatus.FAILED, status(luckless));
        assertEquals(Optional.of("model_failed"), failure(luckless));
    }

    @Test
    void after_an_opt_out_it_is_suppressed() {
        OutboundMessage message = Rig.value(schedule(HELLO));
        rig.text("STOP");
        rig.pass(WAIT.plusSeconds(1));
        assertEquals(MessageStatus.SUPPRESSED, status(message));
        assertTrue(rig.provider().sent().stream().noneMatch(text -> text.body().equals("Good morning.")));
    }

    @Test
    void to_a_contact_who_has_opted_out_nothing_is_scheduled() {
        var event = new Suppressions.Event("api", rig.clock.instant());
        rig.stores.suppressions().optOut(rig.tenant.id(), rig.tenant.ours(), rig.contact.e164(), event);
        assertRejected(Kind.INVALID, "recipient_opted_out", schedule(HELLO));
        assertEquals(List.of(), rig.outbound());
    }

    @Test
    void without_its_number_or_its_organization_it_fails_and_says_why() {
        OutboundMessage message = Rig.value(schedule(HELLO));
        OutboundMessage suspended = Rig.value(schedule(HELLO, WAIT.plusHours(1)));
        rig.stores.numbers().delete(rig.tenant.id(), rig.tenant.number().id());
        rig.pass(WAIT.plusSeconds(1));
        assertEquals(Optional.of("sender_not_allowed"), failure(message));
        Organization o = rig.tenant.organization();
        rig.stores.organizations().update(new Organization(o.id(), o.name(), Organization.Status.SUSPENDED, o.createdAt()));
        rig.pass(Duration.ofHours(1));
        assertEquals(Optional.of("organization_suspended"), failure(suspended));
        assertEquals(List.of(), rig.provider().sent());
    }

    @Test
    void hours_late_it_is_not_sent_any_more() {
        OutboundMessage message = Rig.value(schedule(HELLO));
        rig.clock.passTime(WAIT.plusHours(4).plusMinutes(1));
        rig.restart();
        rig.pass(Duration.ofSeconds(1));
        assertEquals(Optional.of("expired"), failure(message));
        assertEquals(List.of(), rig.provider().sent());
    }

    @Test
    void it_can_be_taken_back_until_its_time_comes() {
        OutboundMessage message = Rig.value(schedule(HELLO));
        OutboundMessage canceled = (OutboundMessage) Rig.value(cancel(rig.tenant.id(), message.id()));
        assertEquals(MessageStatus.CANCELED, canceled.status());
        rig.pass(WAIT.plusSeconds(1));
        assertEquals(List.of(), rig.provider().sent());
        assertRejected(Kind.CONFLICT, "not_scheduled", cancel(rig.tenant.id(), message.id()));
        assertRejected(Kind.NOT_FOUND, "not_found", cancel(new OrganizationId(rig.ids.next()), message.id()));
    }

    @Test
    void a_time_is_within_the_next_five_weeks() {
        assertRejected(Kind.INVALID, "in_the_past", schedule(HELLO, Duration.ZERO));
        assertRejected(Kind.INVALID, "in_the_past", schedule(HELLO, Duration.ofSeconds(-1)));
        assertRejected(Kind.INVALID, "too_far_ahead", schedule(HELLO, Duration.ofDays(35).plusMillis(1)));
        assertEquals(MessageStatus.SCHEDULED, Rig.value(schedule(HELLO, Duration.ofDays(35))).status());
    }

    @Test
    void what_could_never_be_sent_is_not_scheduled() {
        assertRejected(Kind.INVALID, "too_short", schedule(new Words.Raw(" ")));
        var endless = new Words.Generated(Optional.empty(), Optional.of("x".repeat(16_001)), Variables.NONE);
        assertRejected(Kind.INVALID, "too_long", schedule(endless));
        assertEquals(List.of(), rig.outbound());
    }

    @Test
    void the_same_message_is_scheduled_once() {
        SendCommand command = command(HELLO, WAIT);
        Rig.value(rig.useCases().texts().send().send(command));
        assertEquals(MessageStatus.SCHEDULED, Rig.value(rig.useCases().texts().send().send(command)).status());
        rig.pass(WAIT.plusSeconds(1));
        assertEquals(1, rig.provider().sent().size());
    }

    private Result<OutboundMessage> schedule(Words words) {
        return schedule(words, WAIT);
    }

    private Result<OutboundMessage> schedule(Words words, Duration in) {
        return rig.useCases().texts().send().send(command(words, in));
    }

    private SendCommand command(Words words, Duration in) {
        Instant at = rig.clock.instant().plus(in);
        return new SendCommand(
                new MessageId(rig.ids.next()),
                rig.tenant.id(),
                rig.contact,
                Optional.empty(),
                agent,
                Optional.empty(),
                words,
                Optional.of(at));
    }

    private Result<?> cancel(OrganizationId organization, MessageId id) {
        return rig.useCases().texts().cancel().cancel(organization, id);
    }

    private MessageStatus status(OutboundMessage message) {
        return ((OutboundMessage) rig.message(message.id())).status();
    }

    private Optional<String> failure(OutboundMessage message) {
        return ((OutboundMessage) rig.message(message.id())).failure().map(Failure::code);
    }

    private static void assertRejected(Kind kind, String code, Result<?> result) {
        Rejection rejection = Rig.rejection(result);
        assertEquals(kind, rejection.kind());
        assertEquals(code, rejection.code());
    }
}
