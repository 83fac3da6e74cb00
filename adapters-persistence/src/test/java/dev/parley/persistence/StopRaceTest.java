package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import dev.parley.testkit.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop meets whoever is about to send, ten thousand times: once it is acknowledged, nothing leaves any more. */
final class StopRaceTest {

    /** Together ten thousand; the embedded database takes longer for each. */
    private static final int ON_MARIADB = 8_000;
    private static final int ON_H2 = 2_000;
    private static final int AT_ONCE = 8;
    private static final int LONGEST_START_MICROS = 4_000;
    private static final Failure BUSY = new Failure("throttled", "20429: Too many requests");

    @Test
    void after_a_stop_nothing_leaves_on_h2(@TempDir Path dataDir) throws InterruptedException, ExecutionException {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            run(opened, ON_H2);
        }
    }

    @Test
    void after_a_stop_nothing_leaves_on_mariadb(@TempDir Path dataDir) throws InterruptedException, ExecutionException {
        try (Opened opened = Opened.on(MariaDb.server().database("stop_race", dataDir))) {
            run(opened, ON_MARIADB);
        }
    }

    private static void run(Opened opened, int races) throws InterruptedException, ExecutionException {
        var samples = new Samples(new SequentialIds(), opened.persistence().clock());
        Tenant tenant = samples.tenant();
        opened.stores().insert(tenant);
        var sent = new AtomicInteger();
        try (ExecutorService racers = Executors.newFixedThreadPool(AT_ONCE); ExecutorService stops = Executors.newCachedThreadPool()) {
            List<Future<List<String>>> found = new ArrayList<>();
            for (int i = 0; i < races; i++) {
                var race = new Race(opened.stores(), samples, tenant, i, sent);
                found.add(racers.submit(() -> race.run(stops)));
            }
            var violations = new ArrayList<String>();
            for (Future<List<String>> race : found) {
                violations.addAll(race.get());
            }
            assertEquals(List.of(), violations);
        }
        assertTrue(sent.get() > races / 20 && sent.get() < races - races / 20, () -> "no races: sent " + sent);
    }

    /** One contact stops while one text to him is on its way. */
    private record Race(Stores stores, Samples samples, Tenant tenant, int number, AtomicInteger sent) {

        List<String> run(ExecutorService stops) throws Exception {
            PhoneNumber contact = samples.contact();
            Callable<Optional<Claim>> step = switch (number % 3) {
                case 0 -> answer(contact);
                case 1 -> send(contact);
                default -> resume(contact);
            };
            var random = new Random(number);
            var start = new CountDownLatch(1);
            var acknowledged = new AtomicBoolean();
            Future<?> stop = stops.submit(() -> {
                start.await();
                pause(random.nextInt(LONGEST_START_MICROS));
                assertInstanceOf(Acceptance.Stored.class, stores.inbox().accept(stop(contact)));
                acknowledged.set(true);
                return true;
            });
            int wait = new Random(~number).nextInt(LONGEST_START_MICROS);
            start.countDown();
            pause(wait);
            return goOn(step, acknowledged, stop);
        }

        private List<String> goOn(Callable<Optional<Claim>> step, AtomicBoolean acknowledged, Future<?> stop) throws Exception {
            var violations = new ArrayList<String>();
            boolean wasStopped = acknowledged.get();
            Optional<Claim> claim = step.call();
            if (wasStopped && claim.isPresent()) {
                violations.add(number + ": written down after the stop was acknowledged");
            }
            boolean isStopped = acknowledged.get();
            boolean leaves = claim.filter(c -> stores.outbox().mayLeave(c) == Outbox.Leave.NOW).isPresent();
            if (isStopped && leaves) {
                violations.add(number + ": left after the stop was acknowledged");
            }
            if (leaves) {
                sent.incrementAndGet();
            }
            stop.get();
            if (claim.filter(c -> stores.outbox().mayLeave(c) == Outbox.Leave.NOW).isPresent()) {
                violations.add(number + ": may still leave");
            }
            return violations;
        }

        private Callable<Optional<Claim>> answer(PhoneNumber contact) {
            var text = samples.arrival(tenant).from(contact).to(new Intake.AwaitReply(Duration.ZERO)).arrival();
            Acceptance accepted = stores.inbox().accept(text);
            Claim lane = stores.work().claim(((Acceptance.Stored) accepted).work().orElseThrow().key()).orElseThrow();
            ReplyWindow window = stores.replies().window(lane, 20).orElseThrow();
            var draft = new ReplyDraft(
                    samples.draft(tenant).to(contact).byModel().draft(),
                    window.unanswered().stream().map(InboundMessage::id).toList(),
                    window.inboundCount());
            return () -> stores.replies().commit(lane, draft) instanceof ReplyCommit.Sending(var send) ? Optional.of(send)
                    : Optional.empty();
        }

        private Callable<Optional<Claim>> send(PhoneNumber contact) {
            OutboundDraft draft = samples.draft(tenant).to(contact).draft();
            return () -> stores.outbox().begin(draft) instanceof Begun.Sending(var send) ? Optional.of(send) : Optional.empty();
        }

        private Callable<Optional<Claim>> resume(PhoneNumber contact) throws Exception {
            Claim first = send(contact).call().orElseThrow();
            stores.outbox().finish(first, new SendFate.Later(Duration.ZERO, BUSY));
            Claim second = stores.work().claim(first.key()).orElseThrow();
            return () -> stores.outbox().resume(second) instanceof Resumed.Ready ? Optional.of(second) : Optional.empty();
        }

        private Arrival stop(PhoneNumber contact) {
            return samples.arrival(tenant)
                    .from(contact)
                    .to(new Intake.OptOut("text:STOP", new Intake.Settled(HandledAs.OPT_OUT)))
                    .arrival();
        }

        private static void pause(int micros) {
            LockSupport.parkNanos(micros * 1_000L);
        }
    }
}
