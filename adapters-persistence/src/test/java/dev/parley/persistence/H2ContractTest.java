package dev.parley.persistence;

import dev.parley.testkit.store.StoreContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class H2ContractTest {

    private Opened opened;

    @BeforeAll
    void open(@TempDir Path dataDir) {
        opened = Opened.on(PersistenceConfig.embedded(dataDir));
    }

    @AfterAll
    void close() {
        opened.close();
    }

    @TestFactory
    Stream<DynamicNode> keeps_the_contract_of_the_stores_on_h2() {
        return StoreContract.of(opened::empty).tests();
    }
}
