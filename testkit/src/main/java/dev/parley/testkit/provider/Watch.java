package dev.parley.testkit.provider;

import dev.parley.testkit.Rule;
import dev.parley.testkit.loopback.Loopback;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Watches over every rule, and remembers what must never happen. */
final class Watch {

    private final List<Leak> leaks = new CopyOnWriteArrayList<>();

    /** Checks a rule. Standard output and the loggers belong to the JVM, so that one rule at a time is watched in it. */
    void over(Rule<Bench> rule, Supplier<Bench> fresh) {
        synchronized (Watch.class) {
            Bench bench = fresh.get();
            try (var ears = new Ears(); var _ = Loopback.only(host -> leaks.add(new Leak(Leak.Kind.HOST, rule.id() + ": " + host)))) {
                try (bench) {
                    rule.verify(bench);
                } finally {
                    note(rule, bench, ears);
                }
            }
        }
    }

    List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    private void note(Rule<Bench> rule, Bench bench, Ears ears) {
        var words = new Confidential(bench.of(), bench.credentials());
        for (String line : ears.heard()) {
            words.secretIn(line).ifPresent(what -> add(Leak.Kind.SECRET, rule, what + " " + line));
            words.textIn(line).ifPresent(what -> add(Leak.Kind.TEXT, rule, what + " " + line));
        }
        for (String told : bench.told()) {
            words.secretIn(told).or(() -> words.textIn(told)).ifPresent(what -> add(Leak.Kind.TOLD, rule, what + " " + told));
        }
        bench.unused().forEach(answer -> add(Leak.Kind.UNUSED, rule, answer));
    }

    private void add(Leak.Kind kind, Rule<Bench> rule, String what) {
        leaks.add(new Leak(kind, rule.id() + ": " + what.strip()));
    }
}
