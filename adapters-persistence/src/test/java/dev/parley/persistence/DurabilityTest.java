package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Intake;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurabilityTest {

    private static final int KILLED_AFTER = 400;
    private static final int WRITERS = 4;

    @Test
    void what_h2_has_acknowledged_survives_a_kill(@TempDir Path dataDir) throws IOException, InterruptedException {
        List<String> acknowledged = acceptUntilKilled(dataDir);
        assertTrue(acknowledged.size() >= KILLED_AFTER, "only " + acknowledged.size() + " were acknowledged");
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            List<String> missing = acknowledged.stream().filter(ack -> isMissing(opened, ack)).toList();
            assertEquals(List.of(), missing);
            int owed = 0;
            for (int found = -1; found != 0; owed += found) {
                found = opened.stores().work().claimDue(WorkKind.REPLY, 100).size();
            }
            assertTrue(owed >= acknowledged.size(), owed + " are owed of " + acknowledged.size());
        }
    }

    private static boolean isMissing(Opened opened, String ack) {
        String[] ids = ack.split(" ", 2);
        return opened.stores()
                .messages()
                .find(new OrganizationId(UUID.fromString(ids[0])), new MessageId(UUID.fromString(ids[1])))
                .isEmpty();
    }

    private static List<String> acceptUntilKilled(Path dataDir) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                dataDir.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var acknowledged = new ArrayList<String>();
        try (BufferedReader acks = victim.inputReader()) {
            for (String ack = acks.readLine(); ack != null; ack = acks.readLine()) {
                acknowledged.add(ack);
                if (acknowledged.size() == KILLED_AFTER) {
                    // By its handle: killed as a Process, what it has said already could not be read any more.
                    victim.toHandle().destroyForcibly();
                }
            }
        }
        victim.waitFor();
        return acknowledged;
    }

    /** Accepts texts and says so, until it is killed. */
    static final class Victim {

        private Victim() {}

        static void main(String[] args) {
            Opened opened = Opened.on(PersistenceConfig.embedded(Path.of(args[0])));
            var samples = new Samples(new SequentialIds(), opened.persistence().clock());
            Tenant tenant = samples.tenant();
            opened.stores().insert(tenant);
            for (int i = 0; i < WRITERS; i++) {
                Thread.ofPlatform().start(() -> acceptForEver(opened, samples, tenant));
            }
        }

        private static void acceptForEver(Opened opened, Samples samples, Tenant tenant) {
            while (true) {
                var text = samples.arrival(tenant).to(new Intake.AwaitReply(Duration.ZERO)).arrival();
                if (opened.stores().inbox().accept(text) instanceof Acceptance.Stored) {
                    String ack = tenant.id() + " " + text.id() + "\n";
                    System.out.writeBytes(ack.getBytes(StandardCharsets.US_ASCII));
                    System.out.flush();
                }
            }
        }
    }
}
