package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.Keyword;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Long texts that arrive in parts. */
class LongTextTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final Duration A_BREATH = Duration.ofSeconds(2);

    private final Rig rig = new Rig();

    @TestFactory
    Stream<DynamicTest> parts_in_any_order_make_one_text() {
        return Stream.of("123", "132", "213", "231", "312", "321").map(order -> DynamicTest.dynamicTest(order, () -> {
            var fresh = new Rig();
            order.chars().map(Character::getNumericValue).forEach(i -> assertEquals(204, fresh.receive(part(fresh, i, 3)).status()));

            assertEquals(List.of("one two three "), bodies(fresh));
            assertEquals("p1", fresh.inbound().getFirst().providerMessageId());
        }));
    }

    @Test
    void the_whole_text_is_answered_once() {
        receive(part(2, 2), part(1, 2));
        rig.pass(A_WHILE);

        assertEquals(1, rig.models.asked().size());
        assertEquals(1, rig.outbound().size());
    }

    @Test
    void repeated_parts_change_nothing_however_often_they_come() {
        receive(part(1, 2), part(1, 2), part(1, 2), part(2, 2), part(2, 2), part(1, 2));
        rig.pass(Duration.ofHours(1));
        receive(part(2, 2), part(1, 2));
        rig.pass(Duration.ofHours(1));

        assertEquals(List.of("one two "), bodies(rig));
        assertEquals(1, rig.outbound().size());
    }

    @Test
    void when_a_part_is_missing_what_is_there_is_taken_after_five_minutes() {
        receive(part(3, 3));
        rig.pass(Duration.ofMinutes(1));
        receive(part(1, 3));
        rig.pass(Duration.ofMinutes(4).minus(A_BREATH));
        assertEquals(List.of(), bodies(rig));

        rig.pass(A_BREATH.multipliedBy(2));
        assertEquals(List.of("one three "), bodies(rig));
    }

    @Test
    void a_part_that_comes_after_that_waits_anew_by_itself() {
        receive(part(1, 2));
        rig.pass(LongTexts.PATIENCE.plus(A_BREATH));
        receive(part(2, 2));
        rig.pass(LongTexts.PATIENCE.minus(A_BREATH));
        assertEquals(List.of("one "), bodies(rig));

        rig.pass(A_BREATH.multipliedBy(2));
        assertEquals(List.of("one ", "two "), bodies(rig));
    }

    @Test
    void a_reference_can_be_used_again_for_the_next_text() {
        receive(part(1, 2), part(2, 2));
        receive(part("q1", "three ", 1), part("q2", "four", 2));

        assertEquals(List.of("one two ", "three four"), bodies(rig));
    }

    @Test
    void another_total_is_another_text() {
        receive(part(1, 2), part(2, 3), part("q2", "four", 2));

        assertEquals(List.of("one four"), bodies(rig));
    }

    @Test
    void two_people_can_use_one_reference() {
        String ours = rig.tenant.ours().e164();
        String other = rig.samples.contact().e164();
        receive(part(1, 2), FakeWebhook.text("x2", other, ours, "theirs").part("7", 2, 2));
        receive(part(2, 2), FakeWebhook.text("x1", other, ours, "all ").part("7", 1, 2));

        assertEquals(List.of("one two ", "all theirs"), bodies(rig));
    }

    @Test
    void of_two_parts_of_one_index_the_first_counts_and_no_words_are_lost() {
        receive(part(2, 2), part("again", "two ", 2), part("stranger", "of another text", 2), part(1, 2));

        assertEquals(List.of("of another text", "one two "), bodies(rig).stream().sorted().toList());
    }

    @Test
    void a_stop_that_is_cut_in_two_binds_at_once() {
        receive(part("s2", "OP", 2), part("s1", "ST", 1));

        assertTrue(rig.stores.suppressions().isOptedOut(rig.tenant.id(), rig.tenant.ours(), rig.contact.e164()));
        assertEquals(Optional.of(HandledAs.OPT_OUT), rig.inbound().getFirst().handledAs());
    }

    @Test
    void a_keyword_that_the_provider_has_dealt_with_counts_in_whichever_part_it_is_told() {
        rig.providers.capabilities(Set.of(Capability.HANDLES_KEYWORDS));
        receive(part(1, 2), part(2, 2).handled(Keyword.STOP));

        assertEquals(Optional.of(HandledAs.OPT_OUT), rig.inbound().getFirst().handledAs());
    }

    @Test
    void a_long_text_to_nobody_is_kept_aside_as_a_whole() {
        receive(toNobody(2), toNobody(1));

        assertEquals(List.of("one two "), quarantine().stream().map(QuarantinedText::body).toList());
        assertEquals("unknown_number", quarantine().getFirst().reason());
    }

    @Test
    void a_part_from_nobody_is_kept_aside_as_it_is() {
        receive(FakeWebhook.text("in-1", " ", rig.tenant.ours().e164(), "part").part("7", 1, 2));

        assertEquals("odd_sender", quarantine().getFirst().reason());
        assertEquals(List.of(), rig.stores.work().claimDue(WorkKind.JOIN, 10));
    }

    @Test
    void a_text_whose_connection_is_removed_meanwhile_is_kept_aside() {
        receive(toNobody(1));
        assertTrue(rig.stores.numbers().delete(rig.tenant.id(), rig.tenant.number().id()));
        rig.stores.agents().delete(rig.tenant.id(), rig.tenant.agent().id());
        rig.stores.connections().delete(rig.tenant.id(), rig.tenant.connection().id());
        rig.pass(LongTexts.PATIENCE.plus(A_BREATH));

        assertEquals(List.of("one "), quarantine().stream().map(QuarantinedText::body).toList());
    }

    @Test
    void a_process_that_dies_with_a_text_half_there_loses_nothing() {
        receive(part(2, 2));
        rig.restart();
        receive(part(1, 2));

        assertEquals(List.of("one two "), bodies(rig));
    }

    private static String words(int index) {
        return List.of("one ", "two ", "three ").get(index - 1);
    }

    private static FakeWebhook part(Rig rig, int index, int total) {
        return FakeWebhook.text("p" + index, rig.contact.e164(), rig.tenant.ours().e164(), words(index)).part("7", index, total);
    }

    private FakeWebhook part(int index, int total) {
        return part(rig, index, total);
    }

    private FakeWebhook part(String name, String words, int index) {
        return FakeWebhook.text(name, rig.contact.e164(), rig.tenant.ours().e164(), words).part("7", index, 2);
    }

    private FakeWebhook toNobody(int index) {
        return FakeWebhook.text("n" + index, rig.contact.e164(), "+19995550000", words(index)).part("7", index, 2);
    }

    private void receive(FakeWebhook...webhooks) {
        List.of(webhooks).forEach(webhook -> assertEquals(204, rig.receive(webhook).status()));
    }

    private static List<String> bodies(Rig rig) {
        return rig.inbound().stream().map(InboundMessage::content).map(content -> content.body()).toList();
    }

    private List<QuarantinedText> quarantine() {
        return rig.useCases().carriers().quarantine().list(rig.tenant.id(), PageRequest.FIRST).items();
    }
}
