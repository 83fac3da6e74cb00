package dev.parley.testkit;

import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;

/**
 * One promise of a contract, and how to see whether it is kept. Immutable.
 *
 * @param id names the rule in test reports and talk, such as {@code D1}
 * @param sentence what is promised
 * @param help where to look when it is not kept
 * @param check fails when it is not kept
 * @param <S> what the promise is about
 */
public record Rule<S>(String id, String sentence, String help, Check<S> check) {

    /** The rule as a test of something that is made for this test alone. */
    public DynamicTest test(Supplier<? extends S> fresh) {
        return DynamicTest.dynamicTest(id + " " + sentence, () -> verify(fresh.get()));
    }

    /**
     * Checks the rule.
     *
     * @throws AssertionError when it is not kept; says which rule, what happened and where to look
     */
    public void verify(S subject) {
        try {
            check.of(subject);
        } catch (AssertionError | RuntimeException broken) {
            // Whatever the subject throws breaks the rule too, and the reader needs the rule's name in either case.
            throw new AssertionError(id + " " + sentence + "\n  but " + broken + "\n  look at: " + help, broken);
        }
    }

    /**
     * Looks whether a rule is kept.
     *
     * @param <S> what the rule is about
     */
    @FunctionalInterface
    public interface Check<S> {

        /** Throws an {@link AssertionError} when the rule is not kept. */
        void of(S subject);
    }
}
