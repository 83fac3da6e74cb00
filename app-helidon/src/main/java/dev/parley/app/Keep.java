package dev.parley.app;

import dev.parley.journal.FileJournal;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceRefused;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * What remembers.
 *
 * @param store the database, which may be away as we start
 * @param journal where what carriers bring is kept meanwhile
 */
record Keep(Persistence store, FileJournal journal) implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Keep.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Does it at once, or when the database is there for the first time. */
    void whenConnected(Tasks tasks, Runnable step) {
        if (store.isConnected()) {
            step.run();
        } else {
            LOG.log(Level.WARNING, "starting without the database: webhooks are taken, and nothing else until it is there");
            tasks.run(() -> connect(tasks, step, ""));
        }
    }

    private void connect(Tasks tasks, Runnable step, String toldBefore) {
        Optional<String> why = refusal(step);
        if (why.isEmpty()) {
            LOG.log(Level.INFO, "the database is there");
            return;
        }
        if (!why.get().equals(toldBefore)) {
            LOG.log(Level.WARNING, "still without the database: {0}", why.get());
        }
        tasks.runAfter(PAUSE, () -> connect(tasks, step, why.get()));
    }

    private Optional<String> refusal(Runnable step) {
        try {
            if (!store.isConnected()) {
                store.connect();
            }
            step.run();
            return Optional.empty();
        } catch (PersistenceRefused | StoreUnavailable refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void close() {
        store.close();
        journal.close();
    }
}
