package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.Core;
import dev.parley.core.rig.Rig;
import dev.parley.core.world.World;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that hear of texts without webhooks. */
class ListenersTest {

    private static final Duration A_ROUND = Duration.ofSeconds(31);

    private final Rig rig = new Rig();
    private final ListeningProviders providers = new ListeningProviders(rig.providers);
    private final Queue<RuntimeException> faults = new ArrayDeque<>();
    private final Core core = new Core(world());
    private final Connection home = rig.tenant.connection();

    @BeforeEach
    void a_provider_that_listens() {
        rig.providers.capabilities(Set.of(Capability.LISTENS));
    }

    @Test
    void what_is_heard_is_taken_like_what_comes_by_webhook() {
        core.start();

        assertEquals(Receipt.STORED, providers.bring(home, text("SM1", "Hello"), new WebhookEvent.Ignored("a ping")));
        assertEquals(Receipt.STORED, providers.bring(home, text("SM1", "Hello")));
        assertEquals(
                Receipt.STORED,
                providers.bring(home, text("SM3", "long text").as(new Part("7", 2, 2)), text("SM2", "A ").as(new Part("7", 1, 2))));
        assertEquals(List.of("Hello", "A long text"), rig.inbound().stream().map(ListenersTest::body).toList());
    }

    @Test
    void what_could_not_be_stored_is_to_be_brought_again() {
        core.start();
        faults.add(new StoreUnavailable("away", new IllegalStateException()));
        faults.add(new IllegalStateException("a bug"));

        assertEquals(Receipt.NOT_STORED, providers.bring(home, text("SM1", "Hello")));
        assertEquals(Receipt.NOT_STORED, providers.bring(home, text("SM1", "Hello")));
        assertEquals(Receipt.STORED, providers.bring(home, text("SM1", "Hello")));
        assertEquals(1, rig.inbound().size());
    }

    @Test
    void the_connections_of_a_provider_that_does_not_listen_are_not_even_opened() {
        rig.providers.capabilities(Set.of(Capability.SIGNS_WEBHOOKS));
        core.start();
        rig.pass(A_ROUND);

        assertEquals(List.of(), providers.log);
    }

    @Test
    void a_connection_that_is_new_is_found_and_one_that_stays_is_left_alone() {
        core.start();
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        rig.pass(A_ROUND.multipliedBy(3));

        assertEquals(Set.of(home.id(), other.connection().id()), providers.open());
        assertEquals(4, providers.log.size());
    }

    @Test
    void all_are_listened_to_however_many_there_are() {
        for (int i = 0; i < 250; i++) {
            rig.stores.connections().insert(rig.samples.connection(rig.tenant.id()));
        }
        core.start();

        assertEquals(251, providers.open().size());
    }

    @Test
    void a_connection_that_was_changed_is_closed_and_opened_anew() {
        core.start();
        assertTrue(rig.stores.connections().update(home));
        rig.pass(A_ROUND);

        assertEquals(
                List.of(
                        "opened " + home.id(),
                        "listening " + home.id() + " version 1",
                        "closed " + home.id() + " version 1",
                        "opened " + home.id(),
                        "listening " + home.id() + " version 2"),
                providers.log);
    }

    @Test
    void a_connection_that_was_removed_is_closed() {
        Connection unused = rig.samples.connection(rig.tenant.id());
        rig.stores.connections().insert(unused);
        core.start();
        rig.stores.connections().delete(rig.tenant.id(), unused.id());
        rig.pass(A_ROUND);

        assertEquals(Set.of(home.id()), providers.open());
    }

    @Test
    void an_organization_that_is_suspended_is_not_listened_to_until_it_is_active_again() {
        core.start();
        setStatus(Organization.Status.SUSPENDED);
        rig.pass(A_ROUND);
        assertEquals(Set.of(), providers.open());

        setStatus(Organization.Status.ACTIVE);
        rig.pass(A_ROUND);
        assertEquals(Set.of(home.id()), providers.open());
    }

    @Test
    void a_provider_that_throws_is_tried_again_and_does_not_keep_others_from_being_heard() {
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        providers.broken.add(home.id());
        core.start();
        assertEquals(Set.of(other.connection().id()), providers.open());

        providers.broken.clear();
        rig.pass(A_ROUND);
        assertEquals(Set.of(home.id(), other.connection().id()), providers.open());
    }

    @Test
    void the_stop_closes_everything_for_good() throws InterruptedException {
        core.start();
        assertTrue(core.stop(Duration.ofSeconds(1)));
        rig.pass(A_ROUND.multipliedBy(2));

        assertEquals(Set.of(), providers.open());
        assertFalse(providers.log.isEmpty());
    }

    private InboundText text(String name, String body) {
        return InboundText.of(name, rig.contact.e164(), rig.tenant.ours().e164(), body);
    }

    private static String body(InboundMessage message) {
        return message.content().body();
    }

    private void setStatus(Organization.Status status) {
        Organization o = rig.tenant.organization();
        assertTrue(rig.stores.organizations().update(new Organization(o.id(), o.name(), status, o.createdAt())));
    }

    private Acceptance accept(Arrival arrival) {
        if (!faults.isEmpty()) {
            throw faults.remove();
        }
        return rig.stores.inbox().accept(arrival);
    }

    private World world() {
        World world = rig.world();
        World.Traffic t = world.traffic();
        var traffic = new World.Traffic(
                t.directory(),
                this::accept,
                t.longTexts(),
                t.replies(),
                t.outbox(),
                t.schedule(),
                t.pacing(),
                t.deliveries(),
                t.endpoints(),
                t.work(),
                t.messages(),
                t.conversations(),
                t.suppressions(),
                t.quarantine(),
                t.signatureFailures(),
                t.lostSends(),
                t.missedTexts());
        World.Peers p = world.peers();
        return new World(world.setup(), traffic, new World.Peers(providers, p.models(), p.webhooks(), p.phone()), world.nature());
    }
}
