package dev.parley.persistence;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import dev.parley.testkit.store.Stores;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Counts how many texts a second can be accepted, and answered; run by hand, with {@code h2} or {@code mariadb} as argument. */
final class Throughput {

    private static final int PEOPLE = 48;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(8);

    private final Stores stores;
    private final Samples samples;
    private final Tenant tenant;

    private Throughput(Opened opened) {
        stores = opened.stores();
        samples = new Samples(new GrowingIds(opened.persistence().clock()::millis), opened.persistence().clock());
        tenant = samples.tenant();
        stores.insert(tenant);
    }

    static void main(String[] args) throws IOException, InterruptedException {
        Path dataDir = Files.createTempDirectory("throughput");
        PersistenceConfig config =
                args[0].equals("h2") ? PersistenceConfig.embedded(dataDir) : MariaDb.server().database("throughput", dataDir);
        try (Opened opened = Opened.on(config)) {
            var all = new Throughput(opened);
            report(args[0] + " accepts", all.measure(_ -> all.accept()));
            report(args[0] + " answers", all.measure(_ -> all.answer(all.accept())));
        }
        System.exit(0);
    }

    private static void report(String what, double rate) {
        System.out.printf("%s: %.0f/s%n", what, rate);
    }

    private double measure(Consumer<Integer> step) throws InterruptedException {
        run(step, WARM_UP);
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = machine.getProcessCpuTime();
        long done = run(step, MEASURED);
        System.out.printf("%.0f µs of this process's CPU a step%n", (machine.getProcessCpuTime() - before) / 1e3 / done);
        return done / (double) MEASURED.toSeconds();
    }

    private static long run(Consumer<Integer> step, Duration time) throws InterruptedException {
        var done = new AtomicLong();
        var over = new CountDownLatch(PEOPLE);
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    try {
                        step.accept(person);
                        done.incrementAndGet();
                    } catch (StoreUnavailable busy) {
                        // As a carrier would: another try.
                    }
                }
                over.countDown();
            });
        }
        over.await();
        return done.get();
    }

    private Acceptance.Due accept() {
        var arrival = samples.arrival(tenant).to(new Intake.AwaitReply(Duration.ZERO)).arrival();
        return ((Acceptance.Stored) stores.inbox().accept(arrival)).work().orElseThrow();
    }

    private void answer(Acceptance.Due due) {
        Claim lane = stores.work().claim(due.key()).orElseThrow();
        ReplyWindow window = stores.replies().window(lane, 20).orElseThrow();
        var to = window.conversation().contact().phoneNumber().orElseThrow();
        var draft = new ReplyDraft(
                samples.draft(tenant).to(to).byModel().draft(),
                window.unanswered()
                        .stream()
                        .map(InboundMessage::id)
                        .toList(),
                window.inboundCount());
        Claim send = ((ReplyCommit.Sending) stores.replies().commit(lane, draft)).send();
        stores.outbox().finish(send, new SendFate.Sent(List.of("SM" + draft.text().id()), Optional.of(1), Optional.empty()));
        stores.replies().release(lane);
    }

    /** Ids as in production: growing with time, so that rows are appended. */
    private static final class GrowingIds implements IdSource {

        private final LongSupplier millis;
        private final AtomicLong count = new AtomicLong();

        GrowingIds(LongSupplier millis) {
            this.millis = millis;
        }

        @Override
        public UUID next() {
            return new UUID(millis.getAsLong() << 16 | 0x7000, Long.MIN_VALUE | count.incrementAndGet());
        }
    }
}
