package dev.parley.core.simulation;

import dev.parley.ports.out.MessageStore;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.memory.InMemoryStores;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.store.Stores;
import java.util.function.Supplier;

/** What everybody in a simulation shares: time, chance, the stores, and the books of what happened. */
final class Stage {

    final Chance chance;
    final Scheduler scheduler;
    final History history;
    final Stores stores;
    final Ledger ledger;
    final SequentialIds ids = new SequentialIds();
    final Samples samples;
    final Machine outside = new Machine("outside");
    final Supplier<Tamper> programs;
    Weather weather;

    /** An empty one for programs that are like that; keeps words only for somebody who will read them. */
    Stage(long seed, boolean keepsWords, Supplier<Tamper> programs) {
        this.programs = programs;
        chance = Chance.of(seed);
        scheduler = new Scheduler(chance);
        history = new History(scheduler, keepsWords);
        stores = InMemoryStores.empty(scheduler);
        var reader = new Wire(this, outside, programs.get());
        ledger = new Ledger(history, stores.organizations(), reader.through(MessageStore.class, stores.messages()));
        samples = new Samples(ids, scheduler);
        weather = Weather.storm(chance);
    }

    /** Has something of the world outside happen beside whoever has the turn. */
    void outside(Runnable task) {
        scheduler.start(outside, task);
    }

    /** Notes what the world outside did. */
    void note(String what, Supplier<String> words) {
        history.add(outside, what, words);
    }
}
