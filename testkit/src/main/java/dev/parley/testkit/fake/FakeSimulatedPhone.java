package dev.parley.testkit.fake;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.SimulatedPhone;
import dev.parley.ports.out.StoreUnavailable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A phone that writes down what it was told to text. Thread-safe. */
public final class FakeSimulatedPhone implements SimulatedPhone {

    private final String provider;
    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** A phone for the connections of that provider. */
    public FakeSimulatedPhone(String provider) {
        this.provider = provider;
    }

    @Override
    public String provider() {
        return provider;
    }

    /** Answers {@code simulated-1}, {@code simulated-2} and so on. */
    @Override
    public synchronized String text(Connection connection, PhoneNumber from, PhoneNumber to, String body) {
        if (away) {
            throw new StoreUnavailable("the webhook was told to be away", new IllegalStateException());
        }
        texts.add(new Text(connection.id(), from, to, body));
        return "simulated-" + texts.size();
    }

    /** From now on our webhook cannot take its texts, or can again. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** What was texted, in order. */
    public List<Text> texts() {
        return List.copyOf(texts);
    }

    /**
     * One text. Does not print it.
     *
     * @param connection through which connection
     * @param from the contact
     * @param to our number
     * @param body the words
     */
    public record Text(ConnectionId connection, PhoneNumber from, PhoneNumber to, String body) {

        @Override
        public String toString() {
            return "Text[" + connection + "]";
        }
    }
}
