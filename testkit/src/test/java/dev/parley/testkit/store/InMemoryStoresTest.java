package dev.parley.testkit.store;

import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.memory.InMemoryStores;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class InMemoryStoresTest {

    @TestFactory
    Stream<DynamicNode> keep_the_contract() {
        return StoreContract.of(InMemoryStoresTest::fresh).tests();
    }

    private static StoresUnderTest fresh() {
        var clock = new MutableClock();
        return new StoresUnderTest(InMemoryStores.empty(clock), clock, clock::passTime);
    }
}
