package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import dev.parley.testkit.store.Stores;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody removes an agent or a connection after it was looked for, and before it is referred to. */
final class GoneReferenceTest {

    private final Samples samples = new Samples(new SequentialIds(), new MutableClock());
    private final Tenant tenant = samples.tenant();
    private Opened opened;
    private Stores stores;

    @BeforeEach
    void open(@TempDir Path dataDir) {
        opened = Opened.on(PersistenceConfig.embedded(dataDir));
        stores = opened.stores();
        stores.insert(tenant);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void a_number_for_an_agent_that_is_gone_is_to_be_tried_again() {
        Agent gone = samples.agent(tenant.id(), tenant.connection().id());
        AssignedNumber number = samples.number(tenant.connection(), gone);
        assertThrows(StoreUnavailable.class, () -> stores.numbers().insert(number));
        assertEquals(Optional.empty(), stores.numbers().find(tenant.id(), number.id()));
        stores.agents().insert(gone);
        assertTrue(stores.numbers().insert(number));
    }

    @Test
    void a_number_that_is_given_to_a_connection_that_is_gone_is_to_be_tried_again() {
        AssignedNumber n = tenant.number();
        var moved = new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                samples.connection(tenant.id()).id(),
                n.agent(),
                n.version(),
                n.createdAt(),
                n.updatedAt());
        assertThrows(StoreUnavailable.class, () -> stores.numbers().update(moved));
        assertEquals(Optional.of(n.connection()), stores.numbers().find(tenant.id(), n.id()).map(AssignedNumber::connection));
    }

    @Test
    void an_agent_for_a_connection_that_is_gone_is_to_be_tried_again() {
        Connection gone = samples.connection(tenant.id());
        Agent agent = samples.agent(tenant.id(), gone.id());
        assertThrows(StoreUnavailable.class, () -> stores.agents().insert(agent));
        assertEquals(Optional.empty(), stores.agents().find(tenant.id(), agent.id()));
    }
}
