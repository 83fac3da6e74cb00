package dev.parley.bench.chaos;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What the server keeps everything in. */
sealed interface Database permits H2Files, MariaDb {

    /** What a node has to be told. */
    Map<String, String> environment();

    /** Where to read it, by JDBC; H2 only while no node runs. */
    String url();

    /** Who may look into it there; nobody asks for a password. */
    String user();

    /** The process, if it is one of its own. */
    Optional<Child> process();

    /** The network in between, if there is one. */
    Optional<TcpProxy> network();

    /** How often transactions met so that one had to give way. */
    long deadlocks() throws IOException;

    /** Ends it, whatever it is doing. */
    void close() throws InterruptedException;
}
