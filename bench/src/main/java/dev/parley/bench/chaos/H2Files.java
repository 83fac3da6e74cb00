package dev.parley.bench.chaos;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Files in the data folder of the only node. */
record H2Files(Path dataFolder) implements Database {

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public String url() {
        return "jdbc:h2:file:" + dataFolder.toAbsolutePath().resolve("parley") + ";IFEXISTS=TRUE;DATABASE_TO_LOWER=TRUE;TIME ZONE=UTC";
    }

    @Override
    public String user() {
        return "sa";
    }

    @Override
    public Optional<Child> process() {
        return Optional.empty();
    }

    @Override
    public Optional<TcpProxy> network() {
        return Optional.empty();
    }

    /** It has one writer at a time. */
    @Override
    public long deadlocks() {
        return 0;
    }

    @Override
    public void close() {}
}
