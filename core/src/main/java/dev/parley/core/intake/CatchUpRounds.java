package dev.parley.core.intake;

import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.ProviderDescription.Capability;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that providers are asked what they received for us, as {@link CatchUpLane} does: for each connection from when it is
 * first seen, which for all of them is when the process starts, and at once after the database was away. Thread-safe.
 */
public final class CatchUpRounds {

    private static final Logger LOG = System.getLogger(CatchUpRounds.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final World world;
    private final Safekeeping safekeeping;
    private final AbleConnections able;

    /** Of this run only; touched by one round at a time, since a round begins the next. */
    private final Set<ConnectionId> asked = new HashSet<>();

    private volatile boolean isStopped;

    /** Takes who knows whether something could not be stored. */
    public CatchUpRounds(World world, Safekeeping safekeeping) {
        this.world = world;
        this.safekeeping = safekeeping;
        this.able = new AbleConnections(world, Capability.LISTS_INBOUND);
    }

    /** Begins, beside the caller. */
    public void start() {
        world.nature().tasks().run(this::round);
    }

    /** Begins no more rounds. */
    public void stop() {
        isStopped = true;
    }

    private void round() {
        if (isStopped) {
            return;
        }
        try {
            if (safekeeping.hasLostSomething()) {
                asked.clear();
            }
            Map<ConnectionId, Connection> wanted = able.connections();
            asked.retainAll(wanted.keySet());
            wanted.values().forEach(this::ask);
        } catch (StoreUnavailable away) {
            LOG.log(Level.DEBUG, "an outage: afterwards providers are asked what came meanwhile", away);
            asked.clear();
        } finally {
            world.nature().tasks().runAfter(ROUND, this::round);
        }
    }

    private void ask(Connection connection) {
        if (!asked.contains(connection.id())) {
            world.traffic().missedTexts().ask(connection.organization(), connection.id(), Duration.ZERO);
            asked.add(connection.id());
        }
    }
}
