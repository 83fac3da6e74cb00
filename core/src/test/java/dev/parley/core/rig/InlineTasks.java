package dev.parley.core.rig;

import dev.parley.ports.out.Tasks;
import dev.parley.testkit.fake.ManualTasks;
import java.time.Duration;

/** Runs at once what is to be run at once, on the thread of the test; what is to be run later waits for the test's clock. */
record InlineTasks(ManualTasks later) implements Tasks {

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        later.runAfter(delay, task);
    }
}
