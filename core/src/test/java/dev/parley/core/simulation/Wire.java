package dev.parley.core.simulation;

import dev.parley.ports.out.StoreUnavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a machine and a store: before and after each step others have a turn, and what the weather does to a database
 * happens here. A step itself is whole or not at all.
 */
final class Wire {

    private static final Duration SLOW = Duration.ofSeconds(6);

    /** Polls that find nothing are most of what happens; they need no turn of their own each time. */
    private static final double TURN_FOR_A_POLL = 0.1;

    private final Stage stage;
    private final Machine machine;
    private final Tamper tamper;

    /** Between that machine, whose program may have a mistake, and the stores. */
    Wire(Stage stage, Machine machine, Tamper tamper) {
        this.stage = stage;
        this.machine = machine;
        this.tamper = tamper;
    }

    /** A store, behind this. */
    <T> T to(Class<T> port, T real) {
        return between(port, step -> call(step, real));
    }

    /** A port that is no store, with nothing in between but the mistake. */
    <T> T through(Class<T> port, T real) {
        return between(port, step -> step.by(real));
    }

    private <T> T between(Class<T> port, Function<Step, @Nullable Object> does) {
        InvocationHandler handler = (_, method, args) -> tamper.call(
                new Step(port, method, args == null ? List.of() : List.of(args), does, stage.stores));
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private @Nullable Object call(Step step, Object real) {
        boolean isPoll = step.name().equals("claimDue");
        if (!isPoll || stage.chance.hits(TURN_FOR_A_POLL)) {
            trouble(step, stage.weather.refused(), "refused");
        }
        machine.mustLive();
        Object result = step.by(real);
        if (isPoll && result instanceof List<?> due && due.isEmpty()) {
            return result;
        }
        stage.history.add(machine, step.name(), () -> step.told(result));
        stage.ledger.observe(step, result);
        trouble(step, stage.weather.lostCommit(), "done, but nobody was told");
        return result;
    }

    private void trouble(Step step, double often, String what) {
        stage.scheduler.pause();
        if (stage.chance.hits(stage.weather.slow())) {
            stage.scheduler.sleep(stage.chance.upTo(SLOW));
        }
        if (stage.chance.hits(often)) {
            stage.history.add(machine, step.name(), () -> step.failed(what));
            throw new StoreUnavailable(what, new IllegalStateException("simulated"));
        }
    }
}
