package dev.parley.app;

import dev.parley.core.Core;
import dev.parley.ports.Secret;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import dev.parley.ports.spi.ProviderDescription;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * One process of an installation, from its start to its end.
 *
 * @param server what listens
 * @param core what decides
 * @param readiness what tells others whether to send us work
 * @param tasks other threads
 * @param keep what remembers
 */
record Node(WebServer server, Core core, Readiness readiness, VirtualTasks tasks, Keep keep) {

    /** A connection that has answered a moment ago must be seen waiting for its next request, or Helidon takes it for a busy one. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    /**
     * Begins to listen and to work.
     *
     * @param show who is given a key that was made just now because there was none: to be shown this once
     * @throws CannotStart when somebody else was faster to listen there
     */
    void start(OperatorKey key, Consumer<Secret> show) {
        server.start();
        if (!server.isRunning()) {
            throw new CannotStart("cannot listen on port " + server.prototype().port() + ": it was taken just now");
        }
        core.start();
        keep.whenConnected(tasks, () -> core.useCases().installation().prepare().prepare(key).ifPresent(show));
        readiness.setWorking(true);
    }

    /** What can carry texts: the providers that were found, by name. */
    List<String> providers() {
        return core.useCases().connections().describeProviders().describe().stream().map(ProviderDescription::name).toList();
    }

    /**
     * Takes nothing more, finishes what has begun, and gives everything back: what is not finished in time is taken up by
     * another node at once, or by the next start.
     *
     * @return whether everything was finished
     */
    boolean stop(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        readiness.setWorking(false);
        core.pause();
        boolean isDone = false;
        try {
            Thread.sleep(SETTLING);
            // Before the lanes, since a request may still want something of them.
            server.stop();
            isDone = core.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        tasks.close();
        keep.close();
        return isDone;
    }
}
