package dev.parley.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything that a measurement needs, running.
 *
 * @param server the server
 * @param carrier who takes its texts
 * @param thinker who writes its replies
 * @param texts what it is sent
 * @param database where its database is
 */
record Ready(Server server, Carrier carrier, Thinker thinker, Texts texts, String database) implements AutoCloseable {

    /** A fresh server on a database, with a business that answers after so many seconds. */
    static Ready on(String database, Path parley, Folder folder, int replyDelaySeconds) throws IOException, InterruptedException {
        var carrier = new Carrier();
        var thinker = new Thinker();
        Server server = Server.start(parley, folder, environment(database, carrier, thinker));
        Business.open(server.port(), replyDelaySeconds);
        return new Ready(server, carrier, thinker, new Texts(), database);
    }

    private static Map<String, String> environment(String database, Carrier carrier, Thinker thinker) {
        return Map.of(
                "PARLEY_DB_URL", database,
                "PARLEY_DB_USER", "root",
                "PARLEY_ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "PARLEY_PUBLIC_URL", Texts.PUBLIC_URL,
                "PARLEY_TWILIO_BASE_URL", carrier.url(),
                "PARLEY_MODEL_PROVIDER", "openai",
                "PARLEY_MODEL_NAME", "instant",
                "PARLEY_MODEL_BASE_URL", thinker.url());
    }

    /** Somebody who brings one text after the other, and insists on each being taken. */
    Crowd.Step bringer() throws IOException {
        var wire = new Wire(server.port());
        return new Crowd.Step() {
            @Override
            public void run() throws IOException {
                bring(wire, texts.next());
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    void bring(Wire wire, Texts.Text text) throws IOException {
        Wire.Answer answer = wire.ask(text.bytes());
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("a text was answered " + answer.status() + ": " + answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        carrier.close();
        thinker.close();
    }
}
