package dev.parley.testkit.store;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/**
 * The contract of the stores: every promise that the out-ports of Parley make in their Javadoc, as rules that can fail.
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> keeps_the_contract_of_the_stores() {
 *     return StoreContract.of(() -> new StoresUnderTest(stores, clock, clock::passTime)).tests();
 * }
 * }</pre>
 * No rule sleeps; each works on stores of its own.
 */
public final class StoreContract {

    private final Supplier<StoresUnderTest> fresh;

    private StoreContract(Supplier<StoresUnderTest> fresh) {
        this.fresh = fresh;
    }

    /** The contract, for stores that {@code fresh} makes empty for each rule. */
    public static StoreContract of(Supplier<StoresUnderTest> fresh) {
        return new StoreContract(fresh);
    }

    /** One test for each rule, in groups. */
    public Stream<DynamicNode> tests() {
        return Groups.ALL.stream().map(this::tests);
    }

    private DynamicNode tests(Groups.Group group) {
        return DynamicContainer.dynamicContainer(group.name(), group.rules().stream().map(rule -> rule.test(this::scene)));
    }

    private Scene scene() {
        return new Scene(fresh.get());
    }
}
