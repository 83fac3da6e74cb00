package dev.parley.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A language model that speaks OpenAI's protocol, notes what it is asked and answers when it is told to. */
final class FakeModel implements AutoCloseable {

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final HttpServer server;

    FakeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "PARLEY_MODEL_PROVIDER",
                "openai",
                "PARLEY_MODEL_API_KEY",
                "sk-test",
                "PARLEY_MODEL_NAME",
                "fake",
                "PARLEY_MODEL_BASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The next thing that it is asked, as JSON. */
    String nextQuestion() throws InterruptedException {
        String question = asked.poll(10, TimeUnit.SECONDS);
        if (question == null) {
            throw new AssertionError("the model was not asked");
        }
        return question;
    }

    void letAnswer() {
        mayAnswer.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            mayAnswer.await();
            byte[] answer = """
                    {"id":"1","object":"chat.completion","created":1,"model":"fake","choices":[{"index":0,"finish_reason":"stop",
                     "message":{"role":"assistant","content":"The answer of the model."}}],
                     "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        letAnswer();
        server.stop(0);
    }
}
