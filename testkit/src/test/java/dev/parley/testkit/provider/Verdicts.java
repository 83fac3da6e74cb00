package dev.parley.testkit.provider;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Which rules a case keeps, which it breaks, and what each of them says. */
record Verdicts(Set<String> green, SequencedMap<String, String> red) {

    static Verdicts of(ProviderCase of) {
        return of(of, _ -> true);
    }

    /** The same of some rules alone. */
    static Verdicts of(ProviderCase of, Predicate<String> rules) {
        var verdicts = new Verdicts(new TreeSet<>(), new LinkedHashMap<>());
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ProviderGroups.tests(of).forEach(node -> verdicts.run(node, rules));
        System.setOut(out);
        return verdicts;
    }

    private void run(DynamicNode node, Predicate<String> rules) {
        switch (node) {
            case DynamicContainer group -> group.getChildren().forEach(child -> run(child, rules));
            case DynamicTest test when rules.test(id(test)) -> run(test);
            case DynamicTest _ -> {}
            default -> throw new AssertionError(node);
        }
    }

    private void run(DynamicTest test) {
        try {
            test.getExecutable().execute();
            green.add(id(test));
        } catch (Throwable broken) {
            // A test may throw anything, and all of it is to be seen here.
            red.put(id(test), broken.getMessage());
        }
    }

    private static String id(DynamicTest test) {
        return test.getDisplayName().split(" ", 2)[0];
    }
}
