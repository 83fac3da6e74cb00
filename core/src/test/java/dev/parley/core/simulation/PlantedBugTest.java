package dev.parley.core.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that never fails proves nothing: each of these mistakes makes one fail. */
@ExtendWith(Silence.class)
class PlantedBugTest {

    private static final long SOON = 300;

    @ParameterizedTest @EnumSource
    void a_mistake_is_found_soon(PlantedBug bug) {
        assertTrue(LongStream.rangeClosed(1, SOON).anyMatch(seed -> !Simulation.run(seed, bug.programs(), false).violations().isEmpty()));
    }
}
