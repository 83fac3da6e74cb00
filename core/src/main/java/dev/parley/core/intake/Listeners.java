package dev.parley.core.intake;

import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.Listening;
import dev.parley.ports.spi.Listening.Listener;
import dev.parley.ports.spi.ProviderDescription.Capability;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Listens for every connection whose provider hears of texts without webhooks: looks now and again which there are, opens what is
 * new, and closes what was changed or is gone. Thread-safe.
 */
public final class Listeners {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final World world;
    private final Safekeeping safekeeping;
    private final AbleConnections able;
    private final Map<ConnectionId, Ear> ears = new HashMap<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean isStopped;

    /** Takes who makes durable what is heard. */
    public Listeners(World world, Safekeeping safekeeping) {
        this.world = world;
        this.safekeeping = safekeeping;
        this.able = new AbleConnections(world, Capability.LISTENS);
    }

    /** Somebody who listens for a connection as it was then. */
    private record Ear(Connection connection, Listener listener) {

        boolean isFor(Map<ConnectionId, Connection> wanted) {
            Connection now = wanted.get(connection.id());
            return now != null && now.version() == connection.version();
        }
    }

    /** Begins to listen, beside the caller. */
    public void start() {
        world.nature().tasks().run(this::round);
    }

    /** Closes everything, and waits for that at most so long. */
    public void stop(Duration patience) throws InterruptedException {
        isStopped = true;
        if (!oneAtATime.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(Level.WARNING, "a listener is still being opened");
            return;
        }
        try {
            closeAll(patience);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void closeAll(Duration patience) throws InterruptedException {
        var closing = new CountDownLatch(ears.size());
        ears.values().forEach(ear -> world.nature().tasks().run(() -> {
            close(ear);
            closing.countDown();
        }));
        ears.clear();
        if (!closing.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(Level.WARNING, "{0} listeners are still being closed", closing.getCount());
        }
    }

    private void round() {
        oneAtATime.lock();
        try {
            if (!isStopped) {
                listenTo(able.connections());
            }
        } catch (StoreUnavailable later) {
            LOG.log(Level.WARNING, "looking for connections to listen to: {0}", later.getMessage());
        } finally {
            oneAtATime.unlock();
            if (!isStopped) {
                world.nature().tasks().runAfter(ROUND, this::round);
            }
        }
    }

    private void listenTo(Map<ConnectionId, Connection> wanted) {
        List<Ear> over = ears.values().stream().filter(ear -> !ear.isFor(wanted)).toList();
        over.forEach(ear -> {
            ears.remove(ear.connection().id());
            close(ear);
        });
        wanted.values().stream().filter(c -> !ears.containsKey(c.id())).forEach(this::open);
    }

    private void open(Connection connection) {
        try {
            if (world.peers().providers().open(connection) instanceof Listening able) {
                ears.put(connection.id(), new Ear(connection, able.listen(events -> safekeeping.take(connection, () -> events))));
            }
        } catch (IllegalArgumentException unusable) {
            LOG.log(Level.WARNING, "connection {0} cannot be used: {1}", connection.id(), unusable.getMessage());
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: the other connections are to be listened to all the same, and this one is tried again.
            LOG.log(Level.ERROR, "provider {0} threw while beginning to listen: {1}", connection.provider(), Culprit.of(bugOfTheAdapter));
        }
    }

    private static void close(Ear ear) {
        try {
            ear.listener().close();
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: whatever it leaves open, the others are to be closed.
            LOG.log(Level.ERROR, "the listener of connection {0} could not be closed: {1}", ear.connection().id(),
                    Culprit.of(bugOfTheAdapter));
        }
    }
}
