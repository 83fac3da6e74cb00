package dev.parley.core.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeModels.Asked;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens between a model that fails and what the contact reads. */
class SecondModelTest {

    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final Rig rig = new Rig();

    @BeforeEach
    void there_is_a_second_model() {
        rig.models.fallBack();
    }

    @ParameterizedTest @EnumSource
    void whatever_the_first_fails_of_the_second_is_asked_at_once(Failure failure) {
        rig.models.willAnswer(failed(failure), FakeModels.answer("The second says hello."));
        rig.text("Hello");
        rig.pass(Duration.ofSeconds(3));

        assertEquals(List.of(FakeModels.DEFAULT, FakeModels.OTHER), asked());
        assertEquals(List.of("The second says hello."), sent());
    }

    @Test
    void an_answer_that_cannot_be_sent_has_the_second_asked_as_well() {
        rig.models.willAnswer(FakeModels.answer("stop."), FakeModels.answer("We open at nine."));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(List.of("We open at nine."), sent());
    }

    @Test
    void both_are_asked_again_until_patience_ends_and_then_the_fallback_is_said_once() {
        rig.configure(with(Optional.empty(), Optional.of("We call you back.")));
        rig.models.alwaysAnswer(_ -> failed(Failure.UNAVAILABLE));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(8, asked().size());
        assertEquals(List.of("We call you back."), sent());
        assertEquals(Optional.of(HandledAs.REPLIED), rig.inbound().getFirst().handledAs());
    }

    @Test
    void models_that_will_never_answer_are_asked_once() {
        rig.models.willAnswer(failed(Failure.AUTH), failed(Failure.REFUSED));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(2, asked().size());
        assertEquals(Optional.of(HandledAs.FAILED), rig.inbound().getFirst().handledAs());
    }

    @Test
    void both_are_left_alone_as_long_as_either_asks_for_but_never_for_longer_than_a_minute() {
        var times = new ArrayList<Instant>();
        rig.models.alwaysAnswer(asked -> {
            times.add(rig.clock.instant());
            return limited(asked, times.size() < 3 ? Duration.ofSeconds(9) : Duration.ofHours(1));
        });
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(8, times.size());
        assertEquals(Duration.ofSeconds(9), Duration.between(times.get(1), times.get(2)));
        assertEquals(Duration.ofMinutes(1), Duration.between(times.get(3), times.get(4)));
    }

    @Test
    void a_newer_text_begins_the_count_anew_and_a_draft_that_came_too_late_is_no_failure() {
        for (int i = 0; i < 6; i++) {
            rig.models.willAnswerOnce(_ -> {
                rig.text("and another thing");
                return FakeModels.answer("a hasty answer");
            });
        }
        rig.models.willAnswer(failed(Failure.UNAVAILABLE), failed(Failure.UNAVAILABLE));
        rig.models.willAnswer(FakeModels.answer("the answer to all of it"));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(List.of("the answer to all of it"), sent());
    }

    @Test
    void holders_that_died_use_up_none_of_the_patience() {
        rig.text("Hello");
        for (int i = 0; i < 6; i++) {
            rig.clock.passTime(Claim.LEASE.plusSeconds(5));
            assertEquals(1, rig.stores.work().claimDue(WorkKind.REPLY, 1).size());
        }
        rig.models.willAnswer(failed(Failure.TIMEOUT), failed(Failure.TIMEOUT), FakeModels.answer("At last."));
        rig.pass(A_WHILE);

        assertEquals(List.of("At last."), sent());
    }

    @Test
    void an_agent_whose_model_was_taken_away_is_answered_by_the_default() {
        rig.configure(with(Optional.of("gone"), Optional.empty()));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(List.of(FakeModels.DEFAULT), asked());
        assertEquals(List.of("answer 1"), sent());
    }

    private List<String> asked() {
        return rig.models.asked().stream().map(Asked::name).toList();
    }

    private List<String> sent() {
        return rig.provider().sent().stream().map(OutboundText::body).toList();
    }

    private static ModelOutcome failed(Failure failure) {
        return new ModelOutcome.Failed(failure, "the vendor said so", Optional.empty());
    }

    private static ModelOutcome limited(Asked asked, Duration wanted) {
        boolean isSecond = asked.name().equals(FakeModels.OTHER);
        return new ModelOutcome.Failed(Failure.RATE_LIMITED, "slowly", Optional.of(isSecond ? wanted.dividedBy(2) : wanted));
    }

    private static MessagingConfig with(Optional<String> model, Optional<String> fallback) {
        MessagingConfig c = Samples.config(InboundMode.AUTO_REPLY);
        return new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                model,
                c.limits(),
                new Manners(Optional.empty(), fallback, Set.of(), Optional.empty()),
                c.events());
    }
}
