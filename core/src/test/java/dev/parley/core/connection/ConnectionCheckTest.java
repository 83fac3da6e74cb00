package dev.parley.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.core.world.World;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.CheckConnection;
import dev.parley.ports.in.ConnectionReport;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import dev.parley.ports.spi.Verdict;
import dev.parley.testkit.fake.FakeWebhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {

    private static final Finding GOOD = Finding.of(Point.CREDENTIALS, Grade.GOOD, "Fine.");
    private static final Finding SIGNED = Finding.of(Point.SIGNING, Grade.GOOD, "Signed.");
    private static final List<Finding> ALL_GOOD = Arrays.stream(Point.values()).map(p -> Finding.of(p, Grade.GOOD, "Fine.")).toList();

    private final Rig rig = new Rig();
    private final Connection connection = rig.tenant.connection();
    private final PhoneNumber ours = rig.tenant.ours();

    @Test
    void what_the_provider_says_is_the_report() {
        ConnectionReport report = report(InquisitiveProvider.saying(ALL_GOOD));
        assertEquals(ALL_GOOD, report.findings());
        assertTrue(report.ok());
        assertEquals(rig.clock.instant(), report.checkedAt());
    }

    @Test
    void one_bad_finding_is_enough() {
        assertFalse(report(InquisitiveProvider.saying(List.of(SIGNED, Finding.of(Point.NUMBER, Grade.BAD, "Not ours.").about(ours)))).ok());
    }

    @Test
    void the_provider_is_told_our_numbers_and_addresses() {
        IntStream.range(0, 250).forEach(_ -> rig.stores.numbers().insert(rig.samples.number(connection)));
        var another = rig.samples.connection(rig.tenant.id());
        rig.stores.connections().insert(another);
        rig.stores.numbers().insert(rig.samples.number(another));
        var asked = new AtomicReference<Expected>();
        report(new InquisitiveProvider(expected -> {
            asked.set(expected);
            return ALL_GOOD;
        }));
        assertEquals(251, asked.get().numbers().size());
        assertTrue(asked.get().numbers().contains(ours));
        String base = "https://parley.example/webhooks/fake/";
        assertEquals(urls(base + connection.id() + "/inbound", base + "inbound"), asked.get().inboundUrls());
        assertEquals(urls(base + connection.id() + "/status", base + "status"), asked.get().statusUrls());
    }

    @Test
    void a_provider_that_cannot_be_asked_leaves_everything_open() {
        ConnectionReport report = Rig.value(rig.useCases().connections().check().check(rig.tenant.id(), connection.id()));
        assertEquals(List.of(Point.values()), report.findings().stream().map(Finding::point).toList());
        assertEquals(4, count(report, Grade.UNKNOWN));
        assertEquals("Fake cannot be asked about an account.", report.findings().getFirst().detail());
        assertTrue(report.ok());
    }

    @Test
    void without_a_secret_to_check_signatures_with_signing_is_bad() {
        var provider = InquisitiveProvider.saying(List.of(GOOD)).judging(new Verdict.NotConfigured("signatureSecret"));
        Finding signing = only(report(provider), Point.SIGNING);
        assertEquals(Grade.BAD, signing.grade());
        assertTrue(signing.detail().endsWith("set signatureSecret."), signing.detail());
    }

    @Test
    void what_the_provider_says_about_signing_is_not_asked_again() {
        var provider = InquisitiveProvider.saying(List.of(GOOD, SIGNED)).judging(new Verdict.NotConfigured("signatureSecret"));
        assertEquals(SIGNED, only(report(provider), Point.SIGNING));
    }

    @Test
    void a_connection_without_a_number_is_told_to_get_one() {
        rig.stores.numbers().delete(rig.tenant.id(), rig.tenant.number().id());
        Finding number = only(report(InquisitiveProvider.saying(List.of(GOOD, Finding.of(Point.NUMBER, Grade.UNKNOWN, "None asked.")))),
                Point.NUMBER);
        assertEquals(Grade.UNKNOWN, number.grade());
        assertTrue(number.detail().contains("POST /v1/phone-numbers"), number.detail());
    }

    @Test
    void a_provider_that_chooses_the_number_needs_none_of_ours() {
        rig.stores.numbers().delete(rig.tenant.id(), rig.tenant.number().id());
        Finding service = Finding.of(Point.NUMBER, Grade.GOOD, "The service is there.");
        assertEquals(service, only(report(InquisitiveProvider.saying(List.of(GOOD, service))), Point.NUMBER));
    }

    @Test
    void settings_that_cannot_be_used_are_the_credentials_fault() {
        ConnectionReport report = Rig.value(check(_ -> {
            throw new IllegalArgumentException("accountSid is AC followed by letters and digits");
        }));
        assertEquals(List.of(Finding.of(Point.CREDENTIALS, Grade.BAD, "accountSid is AC followed by letters and digits")),
                report.findings());
    }

    @Test
    void a_provider_that_throws_leaves_everything_open() {
        var broken = new InquisitiveProvider(_ -> {
            throw new IllegalStateException("a bug");
        });
        assertEquals(4, count(report(broken), Grade.UNKNOWN));
    }

    @Test
    void a_provider_whose_classes_are_missing_leaves_everything_open() {
        var broken = new InquisitiveProvider(_ -> {
            throw new NoClassDefFoundError("com/acme/Sdk");
        });
        assertEquals(4, count(report(broken), Grade.UNKNOWN));
    }

    @Test
    void a_provider_that_does_not_answer_is_not_waited_for() {
        var slow = new InquisitiveProvider(_ -> {
            rig.pass(Duration.ofSeconds(20));
            return ALL_GOOD;
        });
        ConnectionReport report = report(slow);
        assertEquals(4, count(report, Grade.UNKNOWN));
        assertTrue(report.findings().getFirst().detail().contains("20 seconds"));
    }

    @Test
    void webhooks_that_were_refused_since_the_last_text_make_signing_bad() {
        fail(rig.clock.instant());
        fail(rig.clock.instant());
        Finding signing = only(report(InquisitiveProvider.saying(ALL_GOOD)), Point.SIGNING);
        assertEquals(Grade.BAD, signing.grade());
        assertTrue(signing.detail().contains(": 2. "), signing.detail());
        assertTrue(signing.detail().contains("GET /v1/signature-failures"), signing.detail());
    }

    @Test
    void refused_webhooks_are_forgotten_once_a_text_has_come_in() {
        fail(rig.clock.instant());
        rig.pass(Duration.ofSeconds(1));
        rig.receive(FakeWebhook.text("in-1", rig.contact.e164(), ours.e164(), "Hello"));
        assertTrue(report(InquisitiveProvider.saying(ALL_GOOD)).ok());
    }

    @Test
    void refused_webhooks_of_the_day_before_and_of_others_do_not_count() {
        fail(rig.clock.instant().minus(Duration.ofHours(25)));
        var other = rig.samples.connection(rig.tenant.id());
        rig.stores.connections().insert(other);
        rig.stores.signatureFailures().record(rig.samples.signatureFailure(rig.tenant.with(other), rig.clock.instant()));
        assertTrue(report(InquisitiveProvider.saying(ALL_GOOD)).ok());
    }

    @Test
    void anothers_connection_is_not_there() {
        OrganizationId other = rig.samples.organization().id();
        assertEquals(Kind.NOT_FOUND, Rig.rejection(rig.useCases().connections().check().check(other, connection.id())).kind());
    }

    @Test
    void a_connection_is_not_checked_again_at_once() {
        var asked = checking(_ -> InquisitiveProvider.saying(ALL_GOOD));
        Rig.value(asked.check(rig.tenant.id(), connection.id()));
        rig.pass(Duration.ofMillis(4999));
        Rejection early = Rig.rejection(asked.check(rig.tenant.id(), connection.id()));
        assertEquals(Kind.TOO_SOON, early.kind());
        assertEquals("checked_just_now", early.code());
        rig.pass(Duration.ofMillis(1));
        Rig.value(asked.check(rig.tenant.id(), connection.id()));
    }

    @Test
    void a_connection_is_not_checked_twice_at_once() {
        var asked = new AtomicReference<CheckConnection>();
        var meanwhile = new AtomicReference<Result<ConnectionReport>>();
        asked.set(checking(_ -> new InquisitiveProvider(_ -> {
            rig.pass(Duration.ofSeconds(10));
            meanwhile.set(asked.get().check(rig.tenant.id(), connection.id()));
            return ALL_GOOD;
        })));
        assertTrue(Rig.value(asked.get().check(rig.tenant.id(), connection.id())).ok());
        assertEquals(Kind.TOO_SOON, Rig.rejection(meanwhile.get()).kind());
    }

    private void fail(Instant at) {
        rig.stores.signatureFailures().record(rig.samples.signatureFailure(rig.tenant, at));
    }

    private ConnectionReport report(InquisitiveProvider provider) {
        return Rig.value(check(_ -> provider));
    }

    private Result<ConnectionReport> check(Function<Connection, InquisitiveProvider> opening) {
        return checking(opening).check(rig.tenant.id(), connection.id());
    }

    private CheckConnection checking(Function<Connection, InquisitiveProvider> opening) {
        World world = rig.world();
        var peers = new World.Peers(
                new InquisitiveProvider.Catalog(rig.providers, opening),
                rig.models,
                rig.webhooks,
                rig.phone);
        return new ConnectionCheck(new World(world.setup(), world.traffic(), peers, world.nature()));
    }

    private static long count(ConnectionReport report, Grade grade) {
        return report.findings().stream().filter(finding -> finding.grade() == grade).count();
    }

    private static Finding only(ConnectionReport report, Point point) {
        List<Finding> found = report.findings().stream().filter(finding -> finding.point() == point).toList();
        assertEquals(1, found.size(), point + " in " + report);
        return found.getFirst();
    }

    private static List<URI> urls(String first, String second) {
        return List.of(URI.create(first), URI.create(second));
    }
}
