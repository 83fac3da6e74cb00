package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Keyword;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final Rig rig = new Rig();
    private final FakeWebhook hello = FakeWebhook.text("in-1", rig.contact.e164(), rig.tenant.ours().e164(), "Hello");

    @Test
    void an_unknown_provider_or_connection_is_not_there() {
        var request = hello.signedBy(Samples.WEBHOOK_SECRET);

        assertEquals(Rejection.Kind.NOT_FOUND, reject(new WebhookHit("nobody", Optional.empty(), request)).kind());
        assertEquals(
                Rejection.Kind.NOT_FOUND,
                reject(new WebhookHit(FakeProviders.NAME, Optional.of(new ConnectionId(new UUID(1, 2))), request)).kind());
    }

    @Test
    void a_forged_or_unsigned_webhook_is_refused_and_leaves_nothing_but_a_record() {
        assertEquals(403, atTheConnection(hello.signedBy("wrong")).status());
        assertEquals(403, atTheConnection(hello.unsigned()).status());

        assertEquals(List.of(), rig.inbound());
        assertEquals(2, failures().size());
        assertEquals("The signature is not the secret.", failures().getFirst().why());
    }

    @Test
    void what_a_forged_webhook_says_in_its_address_is_not_kept() {
        var request = new WebhookRequest("GET", FakeWebhook.URL + "?Body=private", List.of(), new byte[0]);
        atTheConnection(request);

        assertEquals(FakeWebhook.URL, failures().getFirst().url());
    }

    @Test
    void whoever_only_tries_an_address_that_the_provider_lets_be_tried_leaves_no_record() {
        assertEquals(204, atTheConnection(new WebhookRequest("GET", FakeWebhook.URL, List.of(), new byte[0])).status());

        assertEquals(List.of(), failures());
        assertEquals(List.of(), rig.inbound());
    }

    @Test
    void only_the_carrier_of_our_number_is_told_of_a_forgery() {
        Tenant squatter = rig.samples.tenant();
        rig.stores.insert(squatter);
        var forged = hello.ofAccount(squatter.connection().accountKey().orElseThrow()).signedBy("wrong");
        var hit = new WebhookHit(FakeProviders.NAME, Optional.empty(), forged);

        assertEquals(403, Rig.value(rig.useCases().carriers().receive().receive(hit)).status());
        assertEquals(1, failures().size());
        assertEquals(List.of(), rig.useCases().carriers().signatureFailures().list(squatter.id(), PageRequest.FIRST).items());
    }

    @Test
    void a_connection_without_its_secret_believes_nothing() {
        var account = rig.tenant.connection();
        var bare = new Connection(
                account.id(),
                account.organization(),
                account.provider(),
                account.name(),
                account.accountKey(),
                Map.of(),
                account.settings(),
                account.version(),
                account.createdAt(),
                account.updatedAt());
        assertTrue(rig.stores.connections().update(bare));

        assertEquals(403, atTheConnection(hello.signedBy(Samples.WEBHOOK_SECRET)).status());
        assertEquals(List.of(), rig.inbound());
    }

    @Test
    void the_shared_address_finds_the_connection_by_our_number() {
        assertEquals(204, atTheSharedAddress(hello).status());

        assertEquals(1, rig.inbound().size());
    }

    @Test
    void the_shared_address_finds_the_connection_by_the_account() {
        var toNobody = FakeWebhook.text("in-1", rig.contact.e164(), "+19995550000", "Hello")
                .ofAccount(rig.tenant.connection().accountKey().orElseThrow());

        assertEquals(204, atTheSharedAddress(toNobody).status());
        assertEquals("unknown_number", quarantine().getFirst().reason());
    }

    @Test
    void the_shared_address_believes_nobody_whom_it_cannot_find() {
        assertEquals(403, atTheSharedAddress(FakeWebhook.text("in-1", rig.contact.e164(), "+19995550000", "Hello")).status());
    }

    @Test
    void an_organization_cannot_speak_for_anothers_number() {
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        var hit = new WebhookHit(FakeProviders.NAME, Optional.of(other.connection().id()), hello.signedBy(Samples.WEBHOOK_SECRET));

        assertEquals(204, Rig.value(rig.useCases().carriers().receive().receive(hit)).status());
        assertEquals(List.of(), rig.inbound());
        assertEquals(1, rig.useCases().carriers().quarantine().list(other.id(), PageRequest.FIRST).items().size());
    }

    @Test
    void a_text_to_a_number_without_an_agent_is_kept_aside_once() {
        AssignedNumber n = rig.tenant.number();
        var nobodys = new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                n.connection(),
                Optional.empty(),
                n.version(),
                n.createdAt(),
                n.updatedAt());
        assertTrue(rig.stores.numbers().update(nobodys));

        rig.receive(hello);
        rig.receive(hello);

        assertEquals(List.of("no_agent"), quarantine().stream().map(QuarantinedText::reason).toList());
    }

    @Test
    void a_text_from_an_odd_sender_is_kept_aside() {
        rig.receive(FakeWebhook.text("in-1", "x".repeat(65), rig.tenant.ours().e164(), "Hello"));

        assertEquals(List.of("odd_sender"), quarantine().stream().map(QuarantinedText::reason).toList());
    }

    @Test
    void what_an_adapter_stumbles_over_is_to_be_sent_again() {
        assertEquals(503, rig.receive(new FakeWebhook(List.of(new Parameter("kind", "report")))).status());
    }

    @Test
    void a_text_whose_name_is_too_long_for_a_key_is_known_by_its_digest() {
        var webhook = FakeWebhook.text("x".repeat(5000), rig.contact.e164(), rig.tenant.ours().e164(), "Hello");
        assertEquals(204, rig.receive(webhook).status());
        assertEquals(204, rig.receive(webhook).status());
        rig.receive(FakeWebhook.text("x".repeat(4999), rig.contact.e164(), rig.tenant.ours().e164(), "Hello"));

        assertEquals(List.of(71, 71), rig.inbound().stream().map(m -> m.providerMessageId().length()).toList());
    }

    @Test
    void reports_raise_the_status_and_never_lower_it() {
        OutboundMessage reply = reply();
        rig.receive(FakeWebhook.report("fake-1", DeliveryReport.Status.DELIVERED));
        rig.receive(FakeWebhook.report("fake-1", DeliveryReport.Status.SENT));
        rig.receive(FakeWebhook.report("fake-1", DeliveryReport.Status.UNRECOGNIZED));

        assertEquals(MessageStatus.DELIVERED, ((OutboundMessage) rig.message(reply.id())).status());
    }

    @Test
    void a_report_that_carries_our_own_name_finds_its_message() {
        OutboundMessage reply = reply();
        rig.receive(FakeWebhook.report("another-part", DeliveryReport.Status.UNDELIVERED)
                .about(reply.id())
                .because(Reason.RECIPIENT_UNREACHABLE));

        var message = (OutboundMessage) rig.message(reply.id());
        assertEquals(MessageStatus.UNDELIVERED, message.status());
        assertEquals("recipient_unreachable", message.failure().orElseThrow().code());
    }

    @Test
    void an_opt_out_that_a_report_tells_of_is_remembered() {
        reply();
        rig.receive(FakeWebhook.report("fake-1", DeliveryReport.Status.FAILED).because(Reason.OPTED_OUT));

        assertTrue(optedOut());
    }

    @Test
    void a_signal_of_the_provider_opts_out_and_in() {
        rig.receive(FakeWebhook.signal(rig.contact.e164(), rig.tenant.ours().e164(), Keyword.STOP));
        assertTrue(optedOut());
        rig.receive(FakeWebhook.signal(rig.contact.e164(), "no number", Keyword.START));
        assertTrue(optedOut());
        rig.receive(FakeWebhook.signal(rig.contact.e164(), rig.tenant.ours().e164(), Keyword.START));
        assertFalse(optedOut());
    }

    @Test
    void what_is_of_no_interest_is_acknowledged() {
        assertEquals(204, rig.receive(FakeWebhook.ofNoInterest()).status());
        assertEquals(List.of(), rig.inbound());
    }

    private OutboundMessage reply() {
        rig.text("Hello");
        rig.pass(A_WHILE);
        return rig.outbound().getFirst();
    }

    private boolean optedOut() {
        return rig.stores.suppressions().isOptedOut(rig.tenant.id(), rig.tenant.ours(), rig.contact.e164());
    }

    private WebhookAnswer atTheConnection(WebhookRequest request) {
        var hit = new WebhookHit(FakeProviders.NAME, Optional.of(rig.tenant.connection().id()), request);
        return Rig.value(rig.useCases().carriers().receive().receive(hit));
    }

    private WebhookAnswer atTheSharedAddress(FakeWebhook webhook) {
        var hit = new WebhookHit(FakeProviders.NAME, Optional.empty(), webhook.signedBy(Samples.WEBHOOK_SECRET));
        return Rig.value(rig.useCases().carriers().receive().receive(hit));
    }

    private Rejection reject(WebhookHit hit) {
        return Rig.rejection(rig.useCases().carriers().receive().receive(hit));
    }

    private List<SignatureFailure> failures() {
        return rig.useCases().carriers().signatureFailures().list(rig.tenant.id(), PageRequest.FIRST).items();
    }

    private List<QuarantinedText> quarantine() {
        return rig.useCases().carriers().quarantine().list(rig.tenant.id(), PageRequest.FIRST).items();
    }
}
