package dev.parley.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A model that speaks OpenAI's protocol and says always the same, at once or after a while. Thread-safe. */
final class Thinker implements AutoCloseable {

    private static final String ANSWER = """
            {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"instant","choices":[{"index":0,"message":\
            {"role":"assistant","content":"We are open from seven to six."},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":40,"completion_tokens":9,"total_tokens":49}}""";

    private final StandIn server;
    private volatile Duration time = Duration.ZERO;

    Thinker() throws IOException {
        server = StandIn.of(200, _ -> think());
    }

    String url() {
        return server.url() + "/v1";
    }

    /** From now on it thinks that long about each question. */
    void takes(Duration longer) {
        time = longer;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String think() {
        long end = System.nanoTime() + time.toNanos();
        for (long rest = time.toNanos(); rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
        return ANSWER;
    }
}
