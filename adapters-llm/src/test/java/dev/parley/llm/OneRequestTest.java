package dev.parley.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Answered;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a vendor does: it is asked once, and what it did has a name. */
class OneRequestTest {

    @RegisterExtension
    static final FakeVendor VENDOR = new FakeVendor();

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int FAR_BEYOND_SHORT = 5_000;

    private static final Map<Integer, Failure> STATUSES = Map.ofEntries(
            Map.entry(302, Failure.REFUSED),
            Map.entry(400, Failure.REFUSED),
            Map.entry(401, Failure.AUTH),
            Map.entry(402, Failure.AUTH),
            Map.entry(403, Failure.AUTH),
            Map.entry(404, Failure.REFUSED),
            Map.entry(408, Failure.TIMEOUT),
            Map.entry(413, Failure.REFUSED),
            Map.entry(422, Failure.REFUSED),
            Map.entry(429, Failure.RATE_LIMITED),
            Map.entry(500, Failure.UNAVAILABLE),
            Map.entry(502, Failure.UNAVAILABLE),
            Map.entry(503, Failure.UNAVAILABLE),
            Map.entry(504, Failure.TIMEOUT),
            Map.entry(529, Failure.UNAVAILABLE));

    private static final Map<String, ResponseDefinitionBuilder> NONSENSE = Map.of(
            "a page of HTML",
            ok("<html><body>Welcome!</body></html>").withHeader("Content-Type", "text/html"),
            "nothing",
            okJson(""),
            "half an answer",
            okJson("{\"choices\":["),
            "another answer",
            okJson("{}"),
            "a reset",
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            "a hang-up",
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            "a broken chunk",
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            "garbage",
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

    @TestFactory
    Stream<DynamicTest> a_status_has_its_failure_and_is_not_tried_again() {
        return each(STATUSES, (wire, entry) -> asks_once_and_fails(wire, status(entry.getKey()), entry.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> nonsense_is_unavailable_and_is_not_tried_again() {
        return each(NONSENSE, (wire, entry) -> asks_once_and_fails(wire, entry.getValue(), Failure.UNAVAILABLE));
    }

    @ParameterizedTest @EnumSource
    void an_answer_is_asked_for_once(Wire wire) {
        VENDOR.answering(wire, wire.answer("Hello."));

        assertInstanceOf(Answered.class, ask(wire, FakeVendor.PATIENT));
        assertEquals(1, VENDOR.requests().size());
    }

    @ParameterizedTest @EnumSource
    void an_answer_of_megabytes_is_not_read_to_its_end(Wire wire) {
        VENDOR.answering(wire, wire.answer("x".repeat(2 * 1024 * 1024)));

        assertEquals(Failure.UNAVAILABLE, failure(ask(wire, FakeVendor.PATIENT)));
        assertEquals(1, VENDOR.requests().size());
    }

    @ParameterizedTest @EnumSource
    void a_late_answer_is_not_waited_for(Wire wire) {
        VENDOR.answering(wire, okJson(wire.answer("Hello.")).withFixedDelay(FAR_BEYOND_SHORT));

        assertEquals(Failure.TIMEOUT, failure(assertTimeout(SOON, () -> ask(wire, SHORT))));
        assertEquals(1, VENDOR.requests().size());
    }

    @ParameterizedTest @EnumSource
    void an_answer_that_only_trickles_in_is_not_waited_for(Wire wire) {
        VENDOR.answering(wire, okJson(wire.answer("Hello.")).withChunkedDribbleDelay(20, FAR_BEYOND_SHORT));

        assertEquals(Failure.TIMEOUT, failure(assertTimeout(SOON, () -> ask(wire, SHORT))));
        assertEquals(1, VENDOR.requests().size());
    }

    @ParameterizedTest @EnumSource
    void a_redirect_is_not_followed(Wire wire) {
        VENDOR.answering(wire, status(307).withHeader("Location", VENDOR.url("/elsewhere")));

        assertEquals(Failure.REFUSED, failure(ask(wire, FakeVendor.PATIENT)));
        assertEquals(1, VENDOR.requests().size());
    }

    @ParameterizedTest @EnumSource
    void a_kept_connection_that_breaks_is_not_replaced(Wire wire) {
        ConfiguredModels models = VENDOR.answering(wire, wire.answer("Hello.")).models(wire, FakeVendor.PATIENT);
        models.complete("main", Wire.request());
        VENDOR.answering(wire, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertEquals(Failure.UNAVAILABLE, failure(models.complete("main", Wire.request())));
        assertEquals(2, VENDOR.requests().size());
    }

    private static <K, V> Stream<DynamicTest> each(Map<K, V> cases, BiConsumer<Wire, Map.Entry<K, V>> test) {
        return Stream.of(Wire.values())
                .flatMap(
                        wire -> cases.entrySet()
                                .stream()
                                .map(
                                        entry -> DynamicTest.dynamicTest(
                                                wire + ": " + entry.getKey(),
                                                () -> test.accept(
                                                        wire,
                                                        entry))));
    }

    private static void asks_once_and_fails(Wire wire, ResponseDefinitionBuilder answer, Failure expected) {
        int before = VENDOR.answering(wire, answer).requests().size();

        assertEquals(expected, failure(ask(wire, FakeVendor.PATIENT)));
        assertEquals(before + 1, VENDOR.requests().size());
    }

    private static ModelOutcome ask(Wire wire, Duration timeout) {
        return VENDOR.models(wire, timeout).complete("main", Wire.request(Wire.user("When do you open?")));
    }

    private static Failure failure(ModelOutcome outcome) {
        return assertInstanceOf(Failed.class, outcome).failure();
    }
}
