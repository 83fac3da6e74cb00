package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.spi.InboundHistory.Answer;
import dev.parley.ports.spi.InboundHistory.Period;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpLaneTest {

    private final Rig rig = new Rig();
    private final List<ReceivedText> received = new ArrayList<>();

    @BeforeEach
    void the_provider_lists_what_it_received() {
        Set<Capability> able = Stream.concat(FakeProviders.CAPABILITIES.stream(), Stream.of(Capability.LISTS_INBOUND))
                .collect(Collectors.toSet());
        rig.providers.capabilities(able);
        rig.provider().alwaysTell(period -> new Answer.Received(since(period.since()), Optional.empty()));
        rig.pass(Duration.ofSeconds(15));
    }

    private List<ReceivedText> since(Instant since) {
        return received.stream().filter(text -> !text.at().isBefore(since)).toList();
    }

    private void receives(String name, String body, Instant at) {
        received.add(new ReceivedText(InboundText.of(name, rig.contact.e164(), rig.tenant.ours().e164(), body), at));
    }

    private List<String> came() {
        return rig.inbound().stream().map(InboundMessage::providerMessageId).toList();
    }

    @Test
    void a_text_that_never_came_is_taken_and_answered() {
        Instant at = rig.clock.instant();
        receives("SM1", "Hello", at);
        rig.pass(Duration.ofMinutes(6));
        assertEquals(List.of("SM1"), came());
        assertEquals(at, rig.inbound().getFirst().header().createdAt());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void nothing_missing_costs_one_request_each_five_minutes() {
        int before = rig.provider().asked().size();
        rig.pass(Duration.ofMinutes(15));
        assertEquals(3, rig.provider().asked().size() - before);
    }

    @Test
    void what_came_is_not_taken_twice() {
        rig.receive(FakeWebhook.text("SM1", rig.contact.e164(), rig.tenant.ours().e164(), "Hello"));
        receives("SM1", "Hello", rig.clock.instant());
        rig.pass(Duration.ofMinutes(11));
        assertEquals(List.of("SM1"), came());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void texts_are_taken_in_the_order_in_which_they_were_sent() {
        Instant at = rig.clock.instant();
        receives("SM2", "Two", at.plusSeconds(2));
        receives("SM1", "One", at.plusSeconds(1));
        rig.pass(Duration.ofMinutes(6));
        assertEquals(List.of("SM1", "SM2"), came());
    }

    @Test
    void texts_of_one_second_are_taken_as_a_provider_lists_them_the_latest_first() {
        Instant at = rig.clock.instant();
        receives("SM3", "Three", at.plusSeconds(1));
        receives("SM2", "Two", at);
        receives("SM1", "One", at);
        rig.pass(Duration.ofMinutes(6));
        assertEquals(List.of("SM1", "SM2", "SM3"), came());
    }

    @Test
    void a_text_of_this_moment_is_left_to_its_webhook_for_a_while() {
        rig.pass(Duration.ofMinutes(4).plusSeconds(45));
        receives("SM1", "Hello", rig.clock.instant());
        rig.pass(Duration.ofSeconds(20));
        assertEquals(List.of(), came());
        rig.pass(Duration.ofSeconds(60));
        assertEquals(List.of("SM1"), came());
    }

    @Test
    void an_old_text_is_for_a_human() {
        rig.pass(Duration.ofHours(3));
        rig.provider().alwaysTell(_ -> new Answer.Unavailable("away"));
        Instant long_ago = rig.clock.instant();
        rig.pass(Duration.ofHours(2));
        receives("SM1", "Hello", long_ago.plusSeconds(60));
        rig.provider().alwaysTell(period -> new Answer.Received(since(period.since()), Optional.empty()));
        rig.pass(Duration.ofMinutes(2));
        assertEquals(Optional.of(HandledAs.HUMAN), rig.inbound().getFirst().handledAs());
        assertEquals(List.of(), rig.provider().sent());
    }

    @Test
    void an_opt_out_that_never_came_binds_however_old_it_is() {
        rig.pass(Duration.ofHours(3));
        receives("SM1", "STOP", rig.clock.instant().minus(Duration.ofMinutes(2)));
        rig.pass(Duration.ofMinutes(6));
        assertTrue(rig.stores.suppressions().isOptedOut(rig.tenant.id(), rig.tenant.ours(), rig.contact.e164()));
    }

    @Test
    void texts_to_numbers_that_are_not_ours_are_none_of_our_business() {
        received.add(
                new ReceivedText(InboundText.of("SM1", rig.contact.e164(), "+15005559999", "Hello"), rig.clock.instant()));
        rig.pass(Duration.ofMinutes(6));
        assertEquals(List.of(), came());
    }

    @Test
    void what_a_number_received_before_it_was_ours_is_not_taken() {
        receives("SM1", "Hello", rig.tenant.number().createdAt().minusSeconds(1));
        rig.pass(Duration.ofMinutes(6));
        assertEquals(List.of(), came());
    }

    @Test
    void all_pages_are_read() {
        Instant at = rig.clock.instant();
        receives("SM1", "One", at);
        receives("SM2", "Two", at.plusSeconds(1));
        rig.provider().alwaysTell(this::page);
        rig.pass(Duration.ofMinutes(6));
        assertEquals(List.of("SM1", "SM2"), came());
    }

    private Answer page(Period period) {
        int page = period.page().map(Integer::parseInt).orElse(1);
        return new Answer.Received(List.of(received.get(page - 1)), page < 2 ? Optional.of("2") : Optional.empty());
    }

    @Test
    void a_process_that_starts_asks_at_once() {
        receives("SM1", "Hello", rig.clock.instant());
        rig.pass(Duration.ofSeconds(60));
        assertEquals(List.of(), came());
        rig.restart();
        rig.pass(Duration.ofSeconds(5));
        assertEquals(List.of("SM1"), came());
    }

    @Test
    void a_provider_that_cannot_tell_is_asked_again_from_the_same_time() {
        receives("SM1", "Hello", rig.clock.instant());
        rig.provider().alwaysTell(_ -> new Answer.Unavailable("away"));
        rig.pass(Duration.ofMinutes(20));
        rig.provider().alwaysTell(period -> new Answer.Received(since(period.since()), Optional.empty()));
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of("SM1"), came());
    }
}
