package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.out.LongTexts;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LongTextKeepingTest {

    private static final String NAMES = "SELECT provider_id FROM long_text_part ORDER BY provider_id";

    private final Samples samples = new Samples(new SequentialIds(), new MutableClock());
    private final Tenant tenant = samples.tenant();
    private Opened opened;
    private LongTexts longTexts;

    @BeforeEach
    void open(@TempDir Path dataDir) {
        opened = Opened.on(PersistenceConfig.embedded(dataDir));
        opened.stores().insert(tenant);
        longTexts = opened.stores().longTexts();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void of_what_was_joined_no_words_stay() {
        add("old-1", 1);
        add("old-2", 2);
        assertEquals(List.of("part 1", "part 2"), opened.tables().read("SELECT body FROM long_text_part ORDER BY provider_id"));
        joinAll();
        assertEquals(List.of("", ""), opened.tables().read("SELECT body FROM long_text_part"));
        assertEquals(List.of(), opened.tables().read("SELECT reference FROM long_text"));
    }

    @Test
    void only_names_of_what_was_joined_three_days_ago_are_forgotten() {
        add("old-1", 1);
        add("old-2", 2);
        joinAll();
        add("waiting-1", 1);
        opened.tables().pass(Duration.ofHours(71));
        joinAll();
        add("young-1", 1);
        opened.tables().pass(Duration.ofHours(1).plusSeconds(1));
        new JdbcLongTexts(opened.persistence().database(), new WorkRows(opened.persistence().clock(), new AtomicInteger())).forgetOld();
        assertEquals(List.of("waiting-1", "young-1"), opened.tables().read(NAMES));
    }

    private void add(String name, int index) {
        longTexts.add(
                samples.part(
                        tenant,
                        InboundText.of(name, "+14155550199", tenant.ours().e164(), "part " + index).as(new Part("7", index, 2))));
    }

    private void joinAll() {
        List<Claim> due = opened.stores().work().claimDue(WorkKind.JOIN, 10);
        assertEquals(1, due.size());
        due.forEach(claim -> {
            assertTrue(longTexts.gather(claim).isPresent());
            assertTrue(longTexts.finish(claim));
        });
    }
}
