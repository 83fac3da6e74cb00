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
final class MariaDbContractTest {

    private Opened opened;

    @BeforeAll
    void open(@TempDir Path dataDir) {
        opened = Opened.on(MariaDb.server().database("contract", dataDir));
    }

    @AfterAll
    void close() {
        opened.close();
    }

    @TestFactory
    Stream<DynamicNode> keeps_the_contract_of_the_stores_on_mariadb() {
        return StoreContract.of(opened::empty).tests();
    }
}
