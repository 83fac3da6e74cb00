package dev.parley.bench.load;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Twilio's API as far as sending goes: takes every text at once, and tells whoever waits for it. Counts what it was given twice.
 * Thread-safe.
 */
final class Carrier implements AutoCloseable {

    /** To those who ask what we received for them. */
    private static final String NOTHING_RECEIVED = "{\"messages\":[],\"next_page_uri\":null}";

    private final AtomicLong names = new AtomicLong();
    private final LongAdder texts = new LongAdder();
    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
    private final LongAdder unexpected = new LongAdder();
    private final StandIn server;

    Carrier() throws IOException {
        server = StandIn.of(201, this::take);
    }

    String url() {
        return server.url();
    }

    /** Has {@code arrived} run, once, when a text to that contact is given to us. */
    void expect(String contact, Runnable arrived) {
        waiting.put(contact, arrived);
    }

    long texts() {
        return texts.sum();
    }

    /** How many came that nobody waited for: a second answer to one text, for example. */
    long unexpected() {
        return unexpected.sum();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String take(String form) {
        if (form.isEmpty()) {
            return NOTHING_RECEIVED;
        }
        texts.increment();
        Runnable arrived = waiting.remove(field(form, "To"));
        if (arrived == null) {
            unexpected.increment();
        } else {
            arrived.run();
        }
        return "{\"sid\":\"SM%032x\",\"status\":\"queued\",\"num_segments\":\"1\",\"direction\":\"outbound-api\"}"
                .formatted(names.incrementAndGet());
    }

    private static String field(String form, String name) {
        int at = ("&" + form).indexOf("&" + name + "=");
        int end = form.indexOf('&', at);
        String value = form.substring(at + name.length() + 1, end < 0 ? form.length() : end);
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
