package dev.parley.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is pulled when comes from the seed alone. */
class PlanTest {

    private static final Options LONG = Options.of(1, Path.of("unused")).lasting(Duration.ofMinutes(5)).on(2, true).on(Hazard.FULL_DISK);

    @Test
    void the_same_seed_draws_the_same_plan() {
        assertEquals(draw(7), draw(7));
    }

    @Test
    void another_seed_draws_another() {
        assertNotEquals(draw(7), draw(8));
    }

    @Test
    void five_minutes_see_every_plug() {
        Set<Plug> pulled = draw(7).steps().stream().map(Plan.Step::plug).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Plug.class), pulled);
    }

    @Test
    void h2_has_no_machine_of_its_own() {
        Plan plan = Plan.draw(LONG.on(1, false), new java.util.SplittableRandom(1));
        assertEquals(List.of(), plan.steps().stream().filter(step -> step.plug().concernsMariaDb()).toList());
    }

    @Test
    void what_is_printed_runs_the_same_again() {
        Options options = LONG.with(Sabotage.BLIND_RESEND);
        List<String> printed = List.of(options.command().replace("bench/chaos ", "").split(" "));
        assertEquals(options, Options.of(99, options.folder()).with(printed));
    }

    @Test
    void what_is_printed_names_the_plugs() {
        Options options = LONG.pulling(Pulls.USUAL.only(Plug.KILL_NODE).only(Plug.KILL_DATABASE).every(Duration.ofMillis(7500)));
        List<String> printed = List.of(options.command().replace("bench/chaos ", "").split(" "));
        assertEquals(options, Options.of(99, options.folder()).with(printed));
    }

    @Test
    void only_the_plugs_that_are_named_are_pulled_as_often_as_it_is_said() {
        Plan plan = Plan.draw(
                LONG.pulling(Pulls.USUAL.only(Plug.KILL_NODE).every(Duration.ofSeconds(6))),
                new java.util.SplittableRandom(1));
        assertEquals(Set.of(Plug.KILL_NODE), plan.steps().stream().map(Plan.Step::plug).collect(Collectors.toSet()));
        assertEquals(50, plan.steps().size(), 10);
    }

    private static Plan draw(long seed) {
        return Plan.draw(LONG, new java.util.SplittableRandom(seed));
    }
}
