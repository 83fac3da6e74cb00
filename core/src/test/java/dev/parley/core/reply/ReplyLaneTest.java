package dev.parley.core.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.ReplyLimits;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.spi.OutboundText;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyLaneTest {

    private static final Duration DELAY = ReplyLimits.DEFAULT.delay();
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final Rig rig = new Rig();

    @Test
    void a_text_is_answered_by_the_agents_model_after_the_delay() {
        rig.models.willAnswer(FakeModels.answer("We open at nine."));

        assertEquals(204, rig.text("When do you open?").status());
        assertEquals(List.of(), rig.provider().sent());
        rig.pass(DELAY);

        OutboundText sent = rig.provider().sent().getFirst();
        assertEquals("We open at nine.", sent.body());
        assertEquals(rig.contact, sent.to());
        assertEquals(Optional.of(rig.tenant.ours()), sent.from());
        ModelRequest asked = rig.models.asked().getFirst().request();
        assertTrue(asked.system().contains("You are Ada, a friendly receptionist."), asked.system());
        assertEquals(List.of(new Turn(Role.USER, "When do you open?")), asked.turns());
    }

    @Test
    void the_message_says_what_became_of_it() {
        rig.text("Hello");
        rig.pass(DELAY);

        var reply = rig.outbound().getFirst();
        InboundMessage text = rig.inbound().getFirst();
        assertEquals(MessageStatus.SENT, reply.status());
        assertEquals(Optional.of("fake-1"), reply.providerMessageId());
        assertTrue(reply.generatedByLlm());
        assertEquals(Optional.of(HandledAs.REPLIED), text.handledAs());
        assertEquals(Optional.of(reply.id()), text.reply());
    }

    @Test
    void a_burst_is_answered_once() {
        rig.text("Hi");
        rig.pass(DELAY.dividedBy(2));
        rig.text("one more thing");
        rig.pass(A_WHILE);

        assertEquals(1, rig.provider().sent().size());
        assertEquals(2, rig.models.asked().getFirst().request().turns().size());
        assertTrue(rig.inbound().stream().allMatch(m -> m.reply().isPresent()));
    }

    @Test
    void the_conversation_is_remembered() {
        rig.text("My name is Bo");
        rig.pass(A_WHILE);
        rig.text("What is my name?");
        rig.pass(A_WHILE);

        var turns = rig.models.asked().getLast().request().turns();
        assertEquals(
                List.of(
                        new Turn(Role.USER, "My name is Bo"),
                        new Turn(Role.ASSISTANT, "answer 1"),
                        new Turn(Role.USER, "What is my name?")),
                turns);
    }

    @Test
    void a_newer_text_during_generation_makes_the_draft_worthless() {
        rig.models.willAnswerOnce(_ -> {
            rig.text("no, wait");
            return FakeModels.answer("a hasty answer");
        });
        rig.models.willAnswer(FakeModels.answer("the answer to both"));
        rig.text("I want red");
        rig.pass(A_WHILE);

        assertEquals(List.of("the answer to both"), rig.provider().sent().stream().map(OutboundText::body).toList());
    }

    @Test
    void a_stop_during_generation_wins() {
        rig.models.willAnswerOnce(_ -> {
            rig.text("STOP");
            return FakeModels.answer("too late");
        });
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(List.of(), rig.provider().sent());
        assertTrue(rig.inbound().stream().allMatch(m -> m.handledAs().equals(Optional.of(HandledAs.OPT_OUT))));
    }

    @Test
    void the_same_webhook_again_has_no_second_effect() {
        var webhook = FakeWebhook.text("in-1", rig.contact.e164(), rig.tenant.ours().e164(), "Hello");
        for (int i = 0; i < 20; i++) {
            assertEquals(204, rig.receive(webhook).status());
        }
        rig.pass(A_WHILE);

        assertEquals(1, rig.inbound().size());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void what_was_unanswered_when_the_process_died_is_answered_by_the_next() {
        rig.text("Hello?");
        rig.restart();
        rig.pass(A_WHILE);

        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void an_agent_that_introduces_itself_does_so_once() {
        rig.configure(with(new Manners(Optional.of("I am an AI."), Optional.empty(), Set.of(), Optional.empty())));
        rig.text("Hi");
        rig.pass(A_WHILE);
        rig.text("Hi again");
        rig.pass(A_WHILE);

        assertEquals(List.of("I am an AI. answer 1", "answer 2"), rig.provider().sent().stream().map(OutboundText::body).toList());
    }

    @Test
    void a_text_is_cut_to_the_agents_budget() {
        rig.models.willAnswer(FakeModels.answer("word ".repeat(2000)));
        rig.text("Tell me everything");
        rig.pass(A_WHILE);

        assertEquals(3, rig.outbound().getFirst().content().segments());
    }

    @Test
    void enough_is_enough() {
        rig.configure(with(new ReplyLimits(Duration.ZERO, 3, 2, 0)));
        for (int i = 0; i < 3; i++) {
            rig.text("again");
            rig.pass(Duration.ofMinutes(1));
        }

        assertEquals(2, rig.provider().sent().size());
        assertEquals(Optional.of(HandledAs.CAPPED), rig.inbound().getLast().handledAs());
    }

    @Test
    void a_suspended_organization_stays_silent() {
        rig.text("Hello");
        var organization = rig.tenant.organization();
        rig.useCases().installation().setStatus().set(organization.id(), Organization.Status.SUSPENDED);
        rig.pass(A_WHILE);

        assertEquals(List.of(), rig.provider().sent());
        assertEquals(Optional.of(HandledAs.OFF), rig.inbound().getFirst().handledAs());
    }

    @Test
    void a_contact_whose_number_nobody_answers_any_more_gets_silence() {
        rig.text("Hello");
        rig.useCases().agents().delete().delete(rig.tenant.id(), rig.tenant.agent().id());
        rig.pass(A_WHILE);

        assertEquals(Optional.of(HandledAs.OFF), rig.inbound().getFirst().handledAs());
    }

    private static MessagingConfig with(Manners manners) {
        MessagingConfig c = Samples.config(InboundMode.AUTO_REPLY);
        return new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                manners,
                c.events());
    }

    private static MessagingConfig with(ReplyLimits limits) {
        MessagingConfig c = Samples.config(InboundMode.AUTO_REPLY);
        return new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                limits,
                c.manners(),
                c.events());
    }
}
