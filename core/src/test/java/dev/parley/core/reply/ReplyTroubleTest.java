package dev.parley.core.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Outcomes;
import dev.parley.core.rig.Rig;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.conversation.ConversationFilter;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the model, the provider or the database does not do its part. */
class ReplyTroubleTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final Rig rig = new Rig();

    @Test
    void a_failing_model_is_asked_again_and_then_a_human_is_called() {
        rig.models.alwaysAnswer(_ -> failed(Failure.UNAVAILABLE));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(4, rig.models.asked().size());
        assertEquals(List.of(), rig.provider().sent());
        assertEquals(Optional.of(HandledAs.FAILED), rig.inbound().getFirst().handledAs());
        assertEquals(ConversationState.HUMAN, state());
    }

    @Test
    void a_model_that_will_never_answer_is_not_asked_again() {
        rig.models.alwaysAnswer(_ -> failed(Failure.AUTH));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(1, rig.models.asked().size());
        assertEquals(ConversationState.HUMAN, state());
    }

    @Test
    void an_agent_with_a_fallback_says_that_instead() {
        rig.configure(with(new Manners(Optional.empty(), Optional.of("We call you back."), Set.of(), Optional.empty())));
        rig.models.willAnswer(failed(Failure.REFUSED), FakeModels.answer("  \u0000 "));
        rig.text("Hello");
        rig.pass(A_WHILE);
        rig.text("Hello again");
        rig.pass(A_WHILE);

        assertEquals(List.of("We call you back.", "We call you back."), rig.provider().sent().stream().map(OutboundText::body).toList());
        assertTrue(rig.outbound().stream().noneMatch(m -> m.generatedByLlm()));
    }

    @Test
    void a_provider_that_throws_leaves_the_fate_unknown_and_is_not_asked_again() {
        rig.provider().willAnswerOnce(_ -> {
            throw new IllegalStateException("a bug of the adapter");
        });
        rig.text("Hello");
        rig.pass(Duration.ofHours(1));

        assertEquals(1, rig.provider().sent().size());
        assertEquals(MessageStatus.UNKNOWN, rig.outbound().getFirst().status());
    }

    @Test
    void a_throttled_reply_is_sent_later_in_the_same_words() {
        rig.provider().willAnswer(Outcomes.throttled(Duration.ofSeconds(7)), Outcomes.unavailable());
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(List.of("answer 1", "answer 1", "answer 1"), rig.provider().sent().stream().map(OutboundText::body).toList());
        assertEquals(MessageStatus.SENT, rig.outbound().getFirst().status());
        assertEquals(1, rig.models.asked().size());
    }

    @Test
    void what_can_never_be_handed_over_is_given_up() {
        rig.provider().alwaysAnswer(_ -> Outcomes.unavailable());
        rig.text("Hello");
        rig.pass(Duration.ofHours(6));

        assertEquals(MessageStatus.FAILED, rig.outbound().getFirst().status());
        assertEquals("expired", rig.outbound().getFirst().failure().orElseThrow().code());
        assertTrue(rig.provider().sent().size() > 20);
    }

    @Test
    void a_refusal_that_means_an_opt_out_is_remembered() {
        rig.provider().willAnswer(FakeProvider.refused(Reason.OPTED_OUT));
        rig.text("Hello");
        rig.pass(A_WHILE);
        rig.text("Are you there?");
        rig.pass(A_WHILE);

        assertEquals(1, rig.provider().sent().size());
        assertEquals(Optional.of(HandledAs.OPT_OUT), rig.inbound().getLast().handledAs());
    }

    @Test
    void a_human_who_has_the_word_is_not_interrupted() {
        rig.models.willAnswer(failed(Failure.AUTH));
        rig.text("Hello");
        rig.pass(A_WHILE);
        rig.text("Is anybody there?");
        rig.pass(A_WHILE);

        assertEquals(1, rig.models.asked().size());
        assertEquals(Optional.of(HandledAs.HUMAN), rig.inbound().getLast().handledAs());
    }

    private ConversationState state() {
        return rig.stores.conversations().list(rig.tenant.id(), ConversationFilter.ALL, PageRequest.FIRST).items().getFirst().state();
    }

    private static ModelOutcome failed(Failure failure) {
        return new ModelOutcome.Failed(failure, "the vendor said so", Optional.empty());
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
}
