package dev.parley.testkit.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.notify.CustomerEvent;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FakesTest {

    private final Samples samples = new Samples(new SequentialIds(), new MutableClock());

    @Test
    void the_clock_stands_still_until_it_is_moved() {
        var clock = new MutableClock(Instant.EPOCH);
        assertEquals(Instant.EPOCH, clock.instant());
        clock.passTime(Duration.ofSeconds(5));
        assertEquals(Instant.ofEpochSecond(5), clock.instant());
    }

    @Test
    void ids_count_and_are_read_as_ids() {
        var ids = new SequentialIds();
        assertEquals("00000000-0000-7000-8000-000000000001", ids.next().toString());
        assertEquals("00000000-0000-7000-8000-000000000002", ids.next().toString());
    }

    @Test
    void models_answer_what_they_are_told_and_remember_what_they_were_asked() {
        var models = new FakeModels();
        var request = new ModelRequest("You are Ada.", List.of());
        var failed = new ModelOutcome.Failed(ModelOutcome.Failure.TIMEOUT, "10 s", Optional.empty());
        models.willAnswer(failed);
        assertTrue(models.names().contains(models.defaultName()));
        assertEquals(failed, models.complete(FakeModels.OTHER, request));
        assertEquals(FakeModels.answer("answer 2"), models.complete(FakeModels.DEFAULT, request));
        models.alwaysAnswer(asked -> FakeModels.answer("by " + asked.name()));
        models.willAnswerOnce(_ -> failed);
        assertEquals(failed, models.complete(FakeModels.DEFAULT, request));
        assertEquals(FakeModels.answer("by fake-default"), models.complete(FakeModels.DEFAULT, request));
        assertEquals(new FakeModels.Asked(FakeModels.OTHER, request), models.asked().getFirst());
        assertEquals(4, models.asked().size());
    }

    @Test
    void customers_servers_answer_what_they_are_told_and_remember_what_was_posted() {
        var webhooks = new FakeCustomerWebhooks();
        Tenant tenant = samples.tenant();
        var delivery = samples.delivery(tenant, samples.draft(tenant).draft().id());
        var secrets = List.of(new Secret("whsec_1"));
        var dead = new PostOutcome.Failed("No route to host.");
        webhooks.willAnswer(dead);
        webhooks.willAnswerOnce(post -> FakeCustomerWebhooks.answered(post.secrets().size() + 400));
        assertEquals(dead, webhooks.post(delivery, secrets, Instant.EPOCH));
        assertEquals(FakeCustomerWebhooks.answered(401), webhooks.post(delivery, secrets, Instant.EPOCH));
        assertEquals(FakeCustomerWebhooks.answered(200), webhooks.post(delivery, secrets, Instant.EPOCH));
        assertEquals(new FakeCustomerWebhooks.Posted(delivery, secrets, Instant.EPOCH), webhooks.posted().getFirst());
    }

    @Test
    void customers_servers_are_told_what_was_rendered_and_one_host_is_forbidden() {
        var webhooks = new FakeCustomerWebhooks();
        CustomerEvent event = received();
        assertEquals("{\"event\":\"message_received\",\"rendering\":1}", webhooks.render(event));
        assertNotEquals(webhooks.render(event), webhooks.render(event));
        assertEquals(event, webhooks.rendered().getFirst());
        assertTrue(webhooks.refusal(URI.create("https://forbidden.example/x")).isPresent());
        assertTrue(webhooks.refusal(URI.create("https://customer.example/x")).isEmpty());
    }

    @Test
    void the_phone_writes_down_what_it_texts_unless_it_is_away() {
        var phone = new FakeSimulatedPhone("simulator");
        Tenant tenant = samples.tenant();
        PhoneNumber contact = samples.contact();
        assertEquals("simulator", phone.provider());
        assertEquals("simulated-1", phone.text(tenant.connection(), contact, tenant.ours(), "Hi"));
        assertEquals(List.of(new FakeSimulatedPhone.Text(tenant.connection().id(), contact, tenant.ours(), "Hi")), phone.texts());
        assertFalse(phone.texts().toString().contains("Hi"));
        phone.away(true);
        assertThrows(StoreUnavailable.class, () -> phone.text(tenant.connection(), contact, tenant.ours(), "Hi"));
        assertEquals(1, phone.texts().size());
    }

    private CustomerEvent received() {
        Tenant tenant = samples.tenant();
        var text = samples.arrival(tenant).arrival();
        return new CustomerEvent.MessageReceived(
                text.contact().value(),
                tenant.ours().e164(),
                "Hi",
                tenant.id(),
                tenant.agent().id(),
                text.newConversation(),
                text.providerMessageId(),
                text.id(),
                text.receivedAt(),
                List.of(),
                false);
    }
}
