package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.out.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String TEXT = "{\"to\":\"+12025550123\",\"body\":\"A secret text\"}";

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);
    private final Log log = new Log();
    private final Logger faults = Logger.getLogger(Faults.class.getName());

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
        faults.addHandler(log);
        faults.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
        faults.removeHandler(log);
        faults.setUseParentHandlers(true);
        rig.close();
    }

    @Test
    void a_store_that_is_away_is_nobodys_mistake() {
        core.texts.sending = _ -> {
            throw new StoreUnavailable("jdbc:h2:secret", new IllegalStateException());
        };
        Answer answer = rig.client(FakeCore.ADMIN_KEY).post("/v1/messages", TEXT);
        assertEquals(503, answer.status());
        assertEquals("unavailable", answer.code());
        assertEquals(Optional.of("5"), answer.header("Retry-After"));
        assertFalse(answer.body().contains("h2"));
        assertEquals(List.of(), log.records);
    }

    @Test
    void a_bug_is_logged_once_and_not_told() {
        core.texts.sending = _ -> {
            throw new IllegalArgumentException("inner workings");
        };
        Answer answer = rig.client(FakeCore.ADMIN_KEY).post("/v1/messages", TEXT);
        assertEquals(500, answer.status());
        assertEquals("internal_error", answer.code());
        assertFalse(answer.body().contains("inner workings"));
        assertEquals(1, log.records.size());
        LogRecord entry = log.records.getFirst();
        assertTrue(entry.getMessage().contains(answer.header("X-Request-Id").orElseThrow()), entry::getMessage);
        assertEquals("inner workings", entry.getThrown().getMessage());
    }

    @Test
    void an_error_is_a_bug_too_and_the_connection_lives_on() {
        core.texts.sending = _ -> {
            throw new StackOverflowError();
        };
        assertEquals(500, rig.client(FakeCore.ADMIN_KEY).post("/v1/messages", TEXT).status());
        assertEquals(200, rig.client(FakeCore.ADMIN_KEY).get("/v1/messages").status());
    }

    @Test
    void what_clients_do_wrong_is_not_logged() {
        rig.client(FakeCore.ADMIN_KEY).post("/v1/messages", "{");
        rig.stranger().get("/nowhere");
        try (RawConnection raw = rig.raw()) {
            raw.send("POST /webhooks/a/inbound HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab").finish().everything();
        }
        for (String misread : List.of("nonsense\r\n\r\n", "GE{T / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHo",
                "GET / HTTP/1.1\r\nHo\r\n")) {
            try (RawConnection raw = rig.raw()) {
                assertTrue(raw.send(misread).finish().everything().startsWith("HTTP/1.1 400"), misread);
            }
        }
        try (RawConnection raw = rig.raw()) {
            raw.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab").until("not_found");
        }
        assertEquals(List.of(), log.records.stream().map(LogRecord::getMessage).toList());
    }

    /** What is worth a warning to us or to Helidon. */
    private static final class Log extends Handler {

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            String name = entry.getLoggerName();
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && (name.startsWith("io.helidon") || name.startsWith("dev.parley"))) {
                records.add(entry);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
