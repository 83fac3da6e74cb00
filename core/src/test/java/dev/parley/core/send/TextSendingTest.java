package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Outcomes;
import dev.parley.core.rig.Rig;
import dev.parley.ports.AgentId;
import dev.parley.ports.MessageId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextSendingTest {

    private final Rig rig = new Rig();
    private final Optional<AgentId> agent = Optional.of(rig.tenant.agent().id());

    @Test
    void a_raw_text_goes_out_as_it_is() {
        OutboundMessage message = Rig.value(send(command(new Words.Raw("  Your table is ready. "))));

        assertEquals("Your table is ready.", rig.provider().sent().getFirst().body());
        assertEquals(MessageStatus.SENT, message.status());
        assertEquals(Optional.of("fake-1"), message.providerMessageId());
        assertEquals(rig.tenant.ours().e164(), message.header().from().orElseThrow().value());
    }

    @Test
    void the_provider_is_told_where_to_report() {
        Rig.value(send(command(new Words.Raw("Hello"))));

        assertEquals(
                "https://parley.example/webhooks/fake/" + rig.tenant.connection().id() + "/status",
                rig.provider().sent().getFirst().statusUrl().toString());
    }

    @Test
    void an_automatic_reply_later_knows_what_was_sent() {
        Rig.value(send(command(new Words.Raw("Your table is ready."))));
        rig.pass(Duration.ofMinutes(1));
        rig.text("Which table?");
        rig.pass(Duration.ofMinutes(1));

        assertEquals(
                List.of(new Turn(Role.ASSISTANT, "Your table is ready."), new Turn(Role.USER, "Which table?")),
                rig.models.asked().getFirst().request().turns());
    }

    @Test
    void an_automatic_reply_later_knows_what_was_sent_from_a_number_that_only_a_report_names() {
        var connection = Optional.of(rig.tenant.connection().id());
        var words = new Words.Raw("Your table is ready.");
        Rig.value(send(new SendCommand(id(), rig.tenant.id(), rig.contact, Optional.empty(), Optional.empty(), connection, words)));
        rig.receive(FakeWebhook.report("fake-1", DeliveryReport.Status.SENT).sentFrom(rig.tenant.ours()));
        rig.pass(Duration.ofMinutes(1));
        rig.text("Which table?");
        rig.pass(Duration.ofMinutes(1));

        assertEquals(
                List.of(new Turn(Role.ASSISTANT, "Your table is ready."), new Turn(Role.USER, "Which table?")),
                rig.models.asked().getFirst().request().turns());
    }

    @Test
    void a_generated_text_knows_the_ongoing_conversation() {
        Rig.value(send(command(new Words.Raw("Your table is ready."))));
        OutboundMessage message = Rig.value(send(command(generated())));

        assertEquals("answer 1", message.content().body());
        assertTrue(message.generatedByLlm());
        assertEquals(List.of(new Turn(Role.ASSISTANT, "Your table is ready.")), rig.models.asked().getFirst().request().turns());
    }

    @Test
    void a_model_that_thinks_for_too_long_is_left_behind_and_nothing_is_stored_or_sent() {
        Instant asked = rig.clock.instant();
        rig.models.willAnswerOnce(_ -> {
            rig.pass(Duration.ofSeconds(12));
            assertEquals(Duration.ofSeconds(12), Duration.between(asked, rig.clock.instant()));
            return FakeModels.answer("too late");
        });

        assertRejected(Kind.UPSTREAM, "model_failed", command(generated()));
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of(), rig.outbound());
        assertEquals(List.of(), rig.provider().sent());
    }

    @Test
    void the_second_model_has_the_rest_of_the_time() {
        rig.models.fallBack();
        rig.models.willAnswerOnce(_ -> {
            rig.pass(Duration.ofSeconds(7));
            return FakeModels.answer("too late");
        });
        rig.models.willAnswer(FakeModels.answer("just in time"));

        assertEquals("just in time", Rig.value(send(command(generated()))).content().body());
    }

    @Test
    void an_agent_with_a_fallback_says_that_when_no_model_does() {
        MessagingConfig c = Samples.config(InboundMode.AUTO_REPLY);
        rig.configure(new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                new Manners(Optional.empty(), Optional.of("We call you back."), Set.of(), Optional.empty()),
                c.events()));
        rig.models.willAnswer(FakeModels.answer(""));
        OutboundMessage message = Rig.value(send(command(generated())));

        assertEquals("We call you back.", message.content().body());
        assertFalse(message.generatedByLlm());
    }

    @Test
    void inline_history_prompt_and_variables_take_the_place_of_what_is_stored() {
        Rig.value(send(command(new Words.Raw("stored"))));
        var inline = List.of(new Turn(Role.USER, "inline"));
        var words = new Words.Generated(Optional.of(inline), Optional.of("Be {{mood}}."), new Variables(Map.of("mood", "kind")));
        Rig.value(send(command(words)));

        assertEquals(inline, rig.models.asked().getFirst().request().turns());
        assertTrue(rig.models.asked().getFirst().request().system().endsWith("Be kind."));
    }

    @Test
    void an_empty_or_overlong_text_is_refused() {
        assertRejected(Kind.INVALID, "too_short", command(new Words.Raw(" \n ")));
        assertRejected(Kind.INVALID, "too_long", command(new Words.Raw("x".repeat(1601))));
        assertEquals(1600, Rig.value(send(command(new Words.Raw("x".repeat(1600))))).content().body().length());
    }

    @Test
    void generating_takes_a_prompt() {
        var connection = Optional.of(rig.tenant.connection().id());
        var nobody = new SendCommand(id(), rig.tenant.id(), rig.contact, Optional.empty(), Optional.empty(), connection, generated());
        var endless = new Words.Generated(Optional.empty(), Optional.of("x".repeat(16_001)), Variables.NONE);

        assertRejected(Kind.INVALID, "prompt_required", nobody);
        assertRejected(Kind.INVALID, "too_long", command(endless));
    }

    @Test
    void who_has_opted_out_gets_nothing_and_nothing_is_stored() {
        rig.text("STOP");

        assertRejected(Kind.INVALID, "recipient_opted_out", command(new Words.Raw("Hello")));
        assertEquals(List.of(), rig.outbound());
    }

    @Test
    void a_failing_model_leaves_nothing_behind() {
        rig.models.willAnswer(new ModelOutcome.Failed(ModelOutcome.Failure.TIMEOUT, "too slow", Optional.empty()));

        assertRejected(Kind.UPSTREAM, "model_failed", command(generated()));
        assertEquals(List.of(), rig.outbound());
    }

    @Test
    void a_refusal_of_the_provider_is_about_a_message_that_is_logged() {
        rig.provider().willAnswer(FakeProvider.refused(Reason.RECIPIENT_INVALID));
        Rejection rejection = Rig.rejection(send(command(new Words.Raw("Hello"))));

        assertEquals("provider_refused", rejection.code());
        assertEquals("400: the fake provider was told to say so", rejection.detail());
        var logged = (OutboundMessage) rig.message(rejection.about().orElseThrow());
        assertEquals(MessageStatus.FAILED, logged.status());
        assertEquals("recipient_invalid", logged.failure().orElseThrow().code());
    }

    @Test
    void what_cannot_be_handed_over_yet_is_answered_as_it_stands_and_sent_later() {
        rig.provider().willAnswer(Outcomes.unavailable());
        OutboundMessage message = Rig.value(send(command(new Words.Raw("Hello"))));
        assertEquals(MessageStatus.QUEUED, message.status());
        rig.pass(Duration.ofMinutes(1));

        assertEquals(MessageStatus.SENT, ((OutboundMessage) rig.message(message.id())).status());
    }

    @Test
    void a_provider_cannot_put_a_text_off_for_days() {
        rig.provider().willAnswer(Outcomes.throttled(Duration.ofDays(11)));
        OutboundMessage message = Rig.value(send(command(new Words.Raw("Hello"))));
        rig.pass(Duration.ofMinutes(61));

        assertEquals(MessageStatus.SENT, ((OutboundMessage) rig.message(message.id())).status());
    }

    @Test
    void a_stop_while_a_text_waits_wins() {
        rig.provider().willAnswer(Outcomes.unavailable());
        OutboundMessage message = Rig.value(send(command(new Words.Raw("Hello"))));
        rig.text("STOP");
        rig.pass(Duration.ofMinutes(1));

        assertEquals(MessageStatus.SUPPRESSED, ((OutboundMessage) rig.message(message.id())).status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void a_text_whose_connection_is_removed_meanwhile_fails() {
        rig.provider().willAnswer(Outcomes.unavailable());
        OutboundMessage message = Rig.value(send(command(new Words.Raw("Hello"))));
        rig.stores.numbers().delete(rig.tenant.id(), rig.tenant.number().id());
        rig.stores.agents().delete(rig.tenant.id(), rig.tenant.agent().id());
        rig.stores.connections().delete(rig.tenant.id(), rig.tenant.connection().id());
        rig.pass(Duration.ofMinutes(1));

        assertEquals(MessageStatus.FAILED, ((OutboundMessage) rig.message(message.id())).status());
    }

    @Test
    void the_same_message_is_never_made_twice() {
        SendCommand command = command(new Words.Raw("Hello"));
        Rig.value(send(command));
        OutboundMessage again = Rig.value(send(command));

        assertEquals(command.id(), again.id());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void a_report_that_comes_before_the_answer_is_not_lost() {
        rig.provider().willAnswerOnce(text -> {
            rig.receive(FakeWebhook.report("fake-9", DeliveryReport.Status.DELIVERED).about(text.id()));
            return FakeProvider.accepted("fake-9");
        });

        assertEquals(MessageStatus.DELIVERED, Rig.value(send(command(new Words.Raw("Hello")))).status());
    }

    @Test
    void an_agent_that_only_logs_can_still_send() {
        rig.configure(Samples.config(InboundMode.OFF));

        assertEquals(MessageStatus.SENT, Rig.value(send(command(new Words.Raw("Hello")))).status());
        assertEquals(List.of("Hello"), rig.provider().sent().stream().map(OutboundText::body).toList());
    }

    private Result<OutboundMessage> send(SendCommand command) {
        return rig.useCases().texts().send().send(command);
    }

    private SendCommand command(Words words) {
        return new SendCommand(id(), rig.tenant.id(), rig.contact, Optional.empty(), agent, Optional.empty(), words);
    }

    private static Words generated() {
        return new Words.Generated(Optional.empty(), Optional.empty(), Variables.NONE);
    }

    private MessageId id() {
        return new MessageId(rig.ids.next());
    }

    private void assertRejected(Kind kind, String code, SendCommand command) {
        Rejection rejection = Rig.rejection(send(command));
        assertEquals(kind, rejection.kind());
        assertEquals(code, rejection.code());
    }
}
