package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendLookup.Answer;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolveLaneTest {

    private static final SendOutcome LOST = new SendOutcome.Ambiguous("the connection broke");
    private static final Duration THREE_LOOKS = Duration.ofSeconds(80);

    private final Rig rig = new Rig();

    private OutboundMessage text() {
        return rig.outbound().getFirst();
    }

    private void losesTheAnswer() {
        rig.provider().willAnswer(LOST);
        rig.text("Hello");
        rig.pass(Duration.ofSeconds(9));
    }

    private static Answer has(String name, DeliveryReport.Status status) {
        return new Answer.Found(List.of(DeliveryReport.of(name, status)));
    }

    private void wants(String unknownSends) {
        Connection c = rig.stores.connections().find(rig.tenant.id(), rig.tenant.connection().id()).orElseThrow();
        rig.stores.connections()
                .update(new Connection(
                        c.id(),
                        c.organization(),
                        c.provider(),
                        c.name(),
                        c.accountKey(),
                        c.credentials(),
                        Map.of(UnknownSends.SETTING, unknownSends),
                        c.version(),
                        c.createdAt(),
                        c.updatedAt()));
    }

    @Test
    void a_text_whose_answer_was_lost_is_found_after_ten_seconds() {
        losesTheAnswer();
        assertEquals(MessageStatus.UNKNOWN, text().status());
        assertEquals(List.of(), rig.provider().searched());
        rig.provider().alwaysFind(_ -> has("PM7", DeliveryReport.Status.SENT));
        rig.pass(Duration.ofSeconds(10));
        assertEquals(MessageStatus.SENT, text().status());
        assertEquals(Optional.of("PM7"), text().providerMessageId());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void what_is_searched_for_is_what_was_handed_over() {
        losesTheAnswer();
        rig.pass(Duration.ofSeconds(10));
        SearchedText searched = rig.provider().searched().getFirst();
        OutboundText sent = rig.provider().sent().getFirst();
        assertEquals(sent.id(), searched.id());
        assertEquals(sent.from(), searched.from());
        assertEquals(sent.to(), searched.to());
        assertEquals(sent.body(), searched.body());
        assertTrue(!searched.handedOver().isAfter(rig.clock.instant().minusSeconds(10)), "it was handed over before");
    }

    @Test
    void the_provider_is_asked_four_times_and_then_the_text_stays_unknown() {
        losesTheAnswer();
        rig.pass(THREE_LOOKS);
        assertEquals(3, rig.provider().searched().size());
        rig.pass(Duration.ofMinutes(16));
        assertEquals(4, rig.provider().searched().size());
        rig.pass(Duration.ofHours(5));
        assertEquals(4, rig.provider().searched().size());
        assertEquals(MessageStatus.UNKNOWN, text().status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void a_truth_that_comes_late_is_still_found() {
        losesTheAnswer();
        rig.pass(THREE_LOOKS);
        rig.provider().alwaysFind(_ -> has("PM7", DeliveryReport.Status.DELIVERED));
        rig.pass(Duration.ofMinutes(16));
        assertEquals(MessageStatus.DELIVERED, text().status());
    }

    @Test
    void a_report_that_comes_first_ends_the_search() {
        losesTheAnswer();
        rig.receive(FakeWebhook.report("PM7", DeliveryReport.Status.DELIVERED).about(text().id()));
        rig.pass(Duration.ofHours(1));
        assertEquals(MessageStatus.DELIVERED, text().status());
        assertEquals(List.of(), rig.provider().searched());
    }

    @Test
    void a_provider_that_cannot_tell_is_asked_again() {
        losesTheAnswer();
        rig.provider().alwaysFind(_ -> new Answer.Unavailable("it is away"));
        rig.pass(Duration.ofMinutes(30));
        wants("at_least_once");
        assertEquals(1, rig.provider().sent().size());
        rig.provider().alwaysFind(_ -> has("PM7", DeliveryReport.Status.SENT));
        rig.pass(Duration.ofMinutes(6));
        assertEquals(MessageStatus.SENT, text().status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void an_adapter_that_throws_cannot_tell_either() {
        losesTheAnswer();
        wants("at_least_once");
        rig.provider().alwaysFind(_ -> {
            throw new IllegalStateException("a bug");
        });
        rig.pass(Duration.ofHours(5));
        assertEquals(MessageStatus.UNKNOWN, text().status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void whoever_wants_it_at_least_once_gets_it_again_after_three_looks_and_is_told() {
        losesTheAnswer();
        wants("at_least_once");
        rig.pass(Duration.ofSeconds(60));
        assertEquals(1, rig.provider().sent().size());
        rig.pass(Duration.ofSeconds(20));
        assertEquals(2, rig.provider().sent().size());
        assertEquals(rig.provider().sent().getFirst(), rig.provider().sent().getLast());
        assertEquals(MessageStatus.SENT, text().status());
        assertEquals(Optional.of(LostSends.MAY_HAVE_GONE_TWICE), text().failure().map(Failure::code));
    }

    @Test
    void what_is_lost_a_second_time_is_not_handed_over_a_third_time() {
        losesTheAnswer();
        wants("at_least_once");
        rig.provider().alwaysAnswer(_ -> LOST);
        rig.pass(Duration.ofHours(5));
        assertEquals(2, rig.provider().sent().size());
        assertEquals(MessageStatus.UNKNOWN, text().status());
    }

    @Test
    void what_was_refused_the_second_time_is_not_known_to_have_failed() {
        losesTheAnswer();
        wants("at_least_once");
        rig.provider().alwaysAnswer(_ -> FakeProvider.refused(Reason.CONTENT_REJECTED));
        rig.pass(Duration.ofHours(5));
        assertEquals(2, rig.provider().sent().size());
        assertEquals(MessageStatus.UNKNOWN, text().status());
    }

    @Test
    void a_second_try_that_surely_failed_is_made_again() {
        losesTheAnswer();
        wants("at_least_once");
        rig.provider().willAnswer(SendOutcome.throttled("429", "slow"));
        rig.pass(Duration.ofMinutes(3));
        assertEquals(3, rig.provider().sent().size());
        assertEquals(MessageStatus.SENT, text().status());
    }

    @Test
    void a_text_found_in_flight_after_a_crash_is_searched_for() {
        rig.provider().alwaysFind(_ -> has("PM7", DeliveryReport.Status.SENT));
        rig.provider().willAnswerOnce(_ -> {
            rig.restart();
            throw new IllegalStateException("the process died");
        });
        rig.text("Hello");
        rig.pass(Duration.ofMinutes(2));
        assertEquals(MessageStatus.SENT, text().status());
        assertEquals(1, rig.provider().sent().size());
    }
}
