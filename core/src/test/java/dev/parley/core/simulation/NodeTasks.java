package dev.parley.core.simulation;

import dev.parley.ports.out.Tasks;
import java.time.Duration;

/**
 * Threads of one machine.
 *
 * @param scheduler who gives them their turns
 * @param machine which machine
 */
record NodeTasks(Scheduler scheduler, Machine machine) implements Tasks {

    @Override
    public void run(Runnable task) {
        scheduler.start(machine, task);
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        scheduler.startAfter(delay, machine, task);
    }

    @Override
    public boolean runAndWait(Duration patience, Runnable task) {
        var over = new Signal();
        run(() -> {
            try {
                task.run();
            } finally {
                over.give();
            }
        });
        return scheduler.await(over, patience);
    }
}
