package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.Core;
import dev.parley.core.rig.MemoryJournal;
import dev.parley.core.rig.Rig;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.Tasks;
import dev.parley.ports.out.WebhookDirectory;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.fake.ManualTasks;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intake over a database that goes away, hangs and comes back. */
class SafekeepingTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Rig rig = new Rig();
    private final MemoryJournal journal = new MemoryJournal();
    private final Set<String> poison = new HashSet<>();
    private final List<String> accepted = new ArrayList<>();
    private boolean isAway;
    private boolean isHanging;
    private int asked;
    private Runnable onAccept = () -> {};
    private ManualTasks tasks = new ManualTasks(rig.clock);
    private Core core = core();

    @Test
    void what_comes_while_the_database_is_away_is_stored_in_its_order_when_it_is_back() {
        isAway = true;
        Instant first = rig.clock.instant();
        IntStream.rangeClosed(1, 100).forEach(i -> assertTaken(text("in-" + i)));
        assertEquals(1, asked, "only the first one waits for a database that is away");
        assertEquals(100, journal.size());
        pass(A_WHILE);
        isAway = false;
        pass(A_WHILE);
        assertEquals(IntStream.rangeClosed(1, 100).mapToObj(i -> "in-" + i).toList(), accepted);
        assertEquals(first, rig.inbound().getFirst().header().createdAt());
        assertEquals(0, journal.size());
        assertTaken(text("in-101"));
        assertEquals(101, accepted.size(), "at once");
        assertEquals(0, journal.size());
    }

    @Test
    void a_database_that_hangs_is_waited_for_once() {
        isHanging = true;
        assertTaken(text("in-1"));
        assertTaken(text("in-2"));
        assertEquals(2, journal.size());
        isHanging = false;
        pass(A_WHILE);
        assertEquals(List.of("in-1", "in-2"), accepted);
    }

    @Test
    void a_duplicate_that_comes_meanwhile_or_was_stored_before_has_no_effect() {
        assertTaken(text("in-1"));
        isAway = true;
        assertTaken(text("in-1"));
        assertTaken(text("in-2"));
        assertTaken(text("in-2"));
        isAway = false;
        pass(A_WHILE);
        assertEquals(2, rig.inbound().size());
    }

    @Test
    void what_an_earlier_process_left_is_stored_by_the_next() {
        isAway = true;
        assertTaken(text("in-1"));
        restart();
        assertTaken(text("in-2"));
        isAway = false;
        pass(A_WHILE);
        assertEquals(List.of("in-1", "in-2"), accepted);
        assertEquals(0, journal.size());
    }

    @Test
    void what_comes_about_a_contact_waits_behind_what_the_journal_has_of_that_contact() {
        isAway = true;
        assertTaken(text("in-1"));
        restart();
        isAway = false;
        assertTaken(text("in-2"));
        assertEquals(2, journal.size());
        pass(A_WHILE);
        assertEquals(List.of("in-1", "in-2"), accepted);
    }

    @Test
    void what_the_provider_lists_about_a_contact_waits_behind_it_too() {
        isAway = true;
        assertTaken(text("in-1"));
        var listed = new ReceivedText(InboundText.of("in-2", rig.contact.e164(), ours(), "Hello"), rig.clock.instant());
        assertTrue(safekeeping().isAheadOf(rig.tenant.connection(), listed));
        isAway = false;
        pass(A_WHILE);
        assertFalse(safekeeping().isAheadOf(rig.tenant.connection(), listed));
    }

    @Test
    void a_full_journal_asks_the_carrier_to_come_again() {
        isAway = true;
        journal.setFull(true);
        WebhookAnswer answer = receive(text("in-1"));
        assertEquals(503, answer.status());
        assertTrue(answer.headers().containsKey("Retry-After"));
        pass(A_WHILE);
        isAway = false;
        assertTaken(text("in-1"));
        assertEquals(List.of("in-1"), accepted);
    }

    @Test
    void a_forged_webhook_is_refused_meanwhile_too() {
        isAway = true;
        assertEquals(403, receive(text("in-1"), "another secret").status());
        assertEquals(0, journal.size());
    }

    @Test
    void an_entry_that_cannot_be_taken_is_kept_apart_and_the_others_go_on() {
        isAway = true;
        poison.add("in-1");
        IntStream.rangeClosed(1, 10).forEach(i -> assertTaken(textOf(i)));
        isAway = false;
        pass(A_WHILE);
        assertEquals(9, rig.inbound().size());
        assertEquals(1, journal.aside.size());
        assertEquals(0, journal.size());
    }

    @Test
    void where_none_can_be_taken_none_is_blamed() {
        isAway = true;
        IntStream.rangeClosed(1, 10).forEach(i -> {
            poison.add("in-" + i);
            assertTaken(textOf(i));
        });
        isAway = false;
        pass(Duration.ofMinutes(10));
        assertEquals(10, journal.size());
        poison.clear();
        pass(A_WHILE);
        assertEquals(10, rig.inbound().size());
        assertEquals(0, journal.aside.size());
    }

    @Test
    void a_stop_that_is_in_the_journal_binds_at_once() {
        isAway = true;
        assertTaken(stop("in-1"));
        send();
        restart();
        send();
        assertEquals(0, rig.provider().sent().size());
        assertEquals(
                List.of("opted_out", "opted_out"),
                rig.outbound().stream().map(text -> text.failure().orElseThrow().code()).toList());
    }

    @Test
    void a_stop_is_acknowledged_once_the_database_knows_of_it() {
        isAway = true;
        tasks.runAfter(Duration.ofSeconds(3), () -> isAway = false);
        Instant asked = rig.clock.instant();
        assertTaken(stop("in-1"));
        assertTrue(isOptedOut(), "other processes can know");
        assertTrue(rig.clock.instant().isBefore(asked.plusSeconds(6)), "nobody waits for longer than that");
        assertEquals(0, journal.size());
    }

    @Test
    void a_carrier_that_cannot_wait_for_that_is_told_that_the_journal_has_it() {
        isAway = true;
        Instant asked = rig.clock.instant();
        assertTaken(stop("in-1"));
        assertEquals(asked.plusSeconds(10), rig.clock.instant(), "five seconds before it gives up");
        assertEquals(1, journal.size());
    }

    @Test
    void a_stop_behind_other_texts_of_its_contact_is_told_before_them() {
        isAway = true;
        assertTaken(text("in-1"));
        poison.add("in-1");
        isAway = false;
        assertTaken(stop("in-2"));
        assertTrue(isOptedOut());
        assertEquals(2, journal.size());
    }

    @Test
    void a_stop_that_the_database_has_before_anybody_hears_of_it_is_not_held_against_a_later_start() {
        isAway = true;
        assertTaken(text("in-1"));
        isAway = false;
        journal.onceAppended(() -> awaitRest(Thread.ofPlatform().start(() -> pass(A_WHILE))));
        assertTaken(stop("in-2"));
        journal.onceAppended(() -> {});
        pass(A_WHILE);
        assertTaken(FakeWebhook.text("in-3", rig.contact.e164(), ours(), "START"));
        send();
        assertEquals(1, rig.provider().sent().size());
    }

    /** Until it is over, or waits for somebody. */
    private static void awaitRest(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_start_behind_it_lifts_it() {
        isAway = true;
        assertTaken(stop("in-1"));
        assertTaken(FakeWebhook.text("in-2", rig.contact.e164(), ours(), "START"));
        send();
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void the_database_hears_of_opt_outs_before_anything_else() {
        isAway = true;
        IntStream.rangeClosed(1, 10).forEach(i -> assertTaken(textOf(i)));
        assertTaken(stop("in-11"));
        var seen = new ArrayList<Boolean>();
        onAccept = () -> seen.add(isOptedOut());
        isAway = false;
        pass(A_WHILE);
        assertEquals(11, seen.size());
        assertTrue(seen.getFirst(), "before the first text was stored");
        assertTrue(isOptedOut());
    }

    /** That of a process which starts now. */
    private Safekeeping safekeeping() {
        World w = rig.world();
        var world = new World(w.setup(), w.traffic(), w.peers(), w.nature(), new World.Refuge(journal, w.traffic().directory()));
        return new Safekeeping(world, new Dispatcher(w.traffic().work(), tasks));
    }

    private boolean isOptedOut() {
        return rig.stores.suppressions().isOptedOut(rig.tenant.id(), rig.tenant.ours(), rig.contact.e164());
    }

    private void send() {
        core.useCases()
                .texts()
                .send()
                .send(new SendCommand(
                        new MessageId(rig.ids.next()),
                        rig.tenant.id(),
                        rig.contact,
                        Optional.empty(),
                        Optional.of(rig.tenant.agent().id()),
                        Optional.empty(),
                        new SendCommand.Words.Raw("Hello")));
    }

    private void assertTaken(FakeWebhook webhook) {
        assertEquals(2, receive(webhook).status() / 100);
    }

    private WebhookAnswer receive(FakeWebhook webhook) {
        return receive(webhook, Samples.WEBHOOK_SECRET);
    }

    private WebhookAnswer receive(FakeWebhook webhook, String secret) {
        var hit = new WebhookHit(FakeProviders.NAME, Optional.of(rig.tenant.connection().id()), webhook.signedBy(secret));
        return Rig.value(core.useCases().carriers().receive().receive(hit));
    }

    private FakeWebhook text(String id) {
        return FakeWebhook.text(id, rig.contact.e164(), ours(), "Hello");
    }

    private FakeWebhook stop(String id) {
        return FakeWebhook.text(id, rig.contact.e164(), ours(), "STOP");
    }

    /** From a contact of its own. */
    private FakeWebhook textOf(int contact) {
        return FakeWebhook.text("in-" + contact, "+120255502" + (10 + contact), ours(), "Hello");
    }

    private String ours() {
        return rig.tenant.ours().e164();
    }

    private void pass(Duration time) {
        tasks.advance(time);
    }

    private void restart() {
        tasks = new ManualTasks(rig.clock);
        core = core();
    }

    private Core core() {
        World w = rig.world();
        World.Traffic t = w.traffic();
        var traffic = new World.Traffic(
                new Asked(t.directory()),
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
                new Consents(),
                t.quarantine(),
                t.signatureFailures(),
                t.lostSends(),
                t.missedTexts());
        World.Nature n = w.nature();
        var nature = new World.Nature(n.clock(), n.ids(), n.random(), new Impatient(), n.publicUrl());
        var made = new Core(new World(w.setup(), traffic, w.peers(), nature, new World.Refuge(journal, t.directory())));
        made.start();
        return made;
    }

    private Acceptance accept(Arrival arrival) {
        mustBeThere();
        if (poison.contains(arrival.providerMessageId())) {
            throw new IllegalStateException("a bug");
        }
        onAccept.run();
        Acceptance acceptance = rig.stores.inbox().accept(arrival);
        if (acceptance instanceof Acceptance.Stored) {
            accepted.add(arrival.providerMessageId());
        }
        return acceptance;
    }

    /** Tasks at once or by the test's clock, of which those with a limit take too long while the database hangs. */
    private final class Impatient implements Tasks {

        @Override
        public void run(Runnable task) {
            task.run();
        }

        @Override
        public void runAfter(Duration delay, Runnable task) {
            tasks.runAfter(delay, task);
        }

        @Override
        public <T> Optional<T> within(Duration limit, Supplier<T> work) {
            return isHanging ? Optional.empty() : Optional.of(work.get());
        }

        @Override
        public boolean await(CompletableFuture<?> event, Duration patience) {
            Instant end = rig.clock.instant().plus(patience);
            while (!event.isDone() && rig.clock.instant().isBefore(end)) {
                tasks.advance(Duration.ofMillis(100));
            }
            return event.isDone();
        }
    }

    /** Opt-outs that are away with their database. */
    private final class Consents implements Suppressions {

        private final Suppressions stored = rig.stores.suppressions();

        @Override
        public boolean isOptedOut(OrganizationId organization, PhoneNumber ours, String contact) {
            return stored.isOptedOut(organization, ours, contact);
        }

        @Override
        public void optOut(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
            mustBeThere();
            stored.optOut(organization, ours, contact, event);
        }

        @Override
        public void optIn(OrganizationId organization, PhoneNumber ours, String contact, Event event) {
            mustBeThere();
            stored.optIn(organization, ours, contact, event);
        }
    }

    private void mustBeThere() {
        if (isAway) {
            throw new StoreUnavailable("away", new IllegalStateException());
        }
    }

    /** A directory that is away with its database. */
    private final class Asked implements WebhookDirectory {

        private final WebhookDirectory directory;

        Asked(WebhookDirectory directory) {
            this.directory = directory;
        }

        @Override
        public Optional<Connection> connection(String provider, ConnectionId id) {
            asked++;
            mustBeThere();
            return directory.connection(provider, id);
        }

        @Override
        public Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
            return directory.carrierOf(provider, ourNumber);
        }

        @Override
        public List<Connection> ofAccount(String provider, String accountKey) {
            return directory.ofAccount(provider, accountKey);
        }

        @Override
        public List<Connection> active(String provider, ConnectionId after, int most) {
            return directory.active(provider, after, most);
        }

        @Override
        public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
            return directory.recipient(connection, ourNumber);
        }
    }
}
