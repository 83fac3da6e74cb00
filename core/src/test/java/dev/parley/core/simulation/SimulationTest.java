package dev.parley.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.core.simulation.Simulation.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a storm does to three nodes, what we promise holds. */
@ExtendWith(Silence.class)
class SimulationTest {

    @Test
    void whatever_the_weather_what_we_promise_holds() {
        Seeds.chosen().forEach(SimulationTest::assertHolds);
    }

    @Test
    void the_same_seed_has_the_same_history() {
        for (long seed = 1; seed <= 30; seed++) {
            assertEquals(Simulation.run(seed, () -> Tamper.NONE, true).digest(), Simulation.run(seed, () -> Tamper.NONE, false).digest());
        }
    }

    @Test
    void another_seed_has_another() {
        assertNotEquals(Simulation.run(1, () -> Tamper.NONE, false).digest(), Simulation.run(2, () -> Tamper.NONE, false).digest());
    }

    private static void assertHolds(long seed) {
        Outcome outcome = Simulation.run(seed, () -> Tamper.NONE, false);
        if (!outcome.violations().isEmpty()) {
            throw new AssertionError(Seeds.told(seed, Simulation.run(seed, () -> Tamper.NONE, true)));
        }
    }
}
