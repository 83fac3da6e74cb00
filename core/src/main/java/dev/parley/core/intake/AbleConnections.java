package dev.parley.core.intake;

import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The connections of active organizations whose providers can do something. Thread-safe.
 *
 * @param world where they are
 * @param capability what their providers can do
 */
record AbleConnections(World world, Capability capability) {

    private static final int SLICE = 100;
    private static final ConnectionId START = new ConnectionId(new UUID(0, 0));

    Map<ConnectionId, Connection> connections() {
        var found = new HashMap<ConnectionId, Connection>();
        for (ProviderDescription provider : world.peers().providers().descriptions()) {
            if (provider.can(capability)) {
                connections(provider.name()).forEach(c -> found.put(c.id(), c));
            }
        }
        return found;
    }

    private List<Connection> connections(String provider) {
        var found = new ArrayList<Connection>();
        List<Connection> slice = world.traffic().directory().active(provider, START, SLICE);
        while (!slice.isEmpty()) {
            found.addAll(slice);
            slice = world.traffic().directory().active(provider, found.getLast().id(), SLICE);
        }
        return found;
    }
}
