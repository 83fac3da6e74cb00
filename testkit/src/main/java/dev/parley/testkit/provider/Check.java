package dev.parley.testkit.provider;

import java.util.function.Supplier;

/** Says what is wrong, and nothing about true and false. */
final class Check {

    private Check() {}

    static void that(boolean holds, String otherwise) {
        that(holds, () -> otherwise);
    }

    static void that(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    static void not(boolean holds, String then) {
        that(!holds, then);
    }

    static void not(boolean holds, Supplier<String> then) {
        that(!holds, then);
    }
}
