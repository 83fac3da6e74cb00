package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Result;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.spi.WebhookAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {

    private static final String HOOK = "POST /webhooks/twilio/inbound HTTP/1.1\r\nHost: a\r\n";
    private static final String THREE = HOOK + "Content-Length: 3\r\n\r\n";
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final List<Consumer<RawConnection>> FAREWELLS = List.of(RawConnection::vanish, RawConnection::close);

    private final FakeCore core = new FakeCore();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
    }

    @ParameterizedTest @ValueSource(strings = {"G", "GET /v1/agents HTTP/1.1\r\nHost", HOOK, THREE, THREE + "a",
        HOOK + "Transfer-Encoding: chunked\r\n\r\n2\r\na"})
    void half_a_request_is_given_up_without_another_byte(String beginning) {
        try (Rig rig = Rig.with(core, SHORT, LONG); RawConnection raw = rig.raw()) {
            assertEquals("", raw.send(beginning).everything());
        }
        assertEquals(List.of(), log.loud);
    }

    @ParameterizedTest @ValueSource(strings = {"", "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"})
    void nobody_is_waited_for_longer_than_a_connection_may_rest(String beginning) {
        try (Rig rig = Rig.with(core, LONG, SHORT); RawConnection raw = rig.raw()) {
            String read = raw.send(beginning).everything();
            assertEquals(beginning.isEmpty() ? 0 : 1, FramingTest.answers(read), read);
        }
        assertEquals(List.of(), log.loud);
    }

    @Test
    void an_answer_may_take_longer_than_a_request() {
        core.receiving = this::slowly;
        try (Rig rig = Rig.with(core, SHORT, SHORT); RawConnection raw = rig.raw()) {
            raw.send(THREE + "a").send("bc");
            await(begun);
            waitForTheLimit(rig);
            done.countDown();
            raw.until("<Slow/>");
        }
    }

    @Test
    void a_connection_rests_longer_than_a_request_may_take() {
        try (Rig rig = Rig.with(core, SHORT, LONG); RawConnection raw = rig.raw()) {
            raw.send(THREE + "abc").until("<Response/>");
            waitForTheLimit(rig);
            raw.send(THREE + "abc").until("<Response/>");
        }
    }

    @ParameterizedTest @ValueSource(strings = {"G", "GET /v1/agents HTTP/1.1\r\nHost", THREE, THREE + "a"})
    void who_leaves_within_a_request_leaves_nothing_in_the_log(String beginning) {
        try (Rig rig = Rig.with(core)) {
            for (Consumer<RawConnection> farewell : FAREWELLS) {
                RawConnection raw = rig.raw();
                core.clock.untilLookedAt(() -> raw.send(beginning));
                farewell.accept(raw);
            }
        }
        assertEquals(List.of(), log.loud);
    }

    @Test
    void who_leaves_before_the_answer_leaves_nothing_in_the_log() {
        core.receiving = this::slowly;
        try (Rig rig = Rig.with(core); RawConnection raw = rig.raw()) {
            raw.send(THREE + "abc");
            await(begun);
            raw.vanish();
            done.countDown();
        }
        assertEquals(List.of(), log.loud);
    }

    private Result<WebhookAnswer> slowly(WebhookHit hit) {
        begun.countDown();
        await(done);
        return Result.ok(new WebhookAnswer(200, Map.of("Content-Type", "text/xml"), "<Slow/>"));
    }

    // Whoever began later has been given up: so much time has passed.
    private static void waitForTheLimit(Rig rig) {
        try (RawConnection later = rig.raw()) {
            assertEquals("", later.send("G").everything());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(5, TimeUnit.SECONDS), "it did not come");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Log extends Handler {

        private final List<String> loud = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                loud.add(logged.getLoggerName() + ": " + logged.getMessage() + " " + logged.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
