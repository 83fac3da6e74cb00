package dev.parley.bench.chaos;

import java.util.List;

/** What has a plug. */
record Machines(List<Node> nodes, Database database, StandIns standIns) {

    /** Between the server and the providers. */
    List<TcpProxy> providers() {
        return standIns.providers();
    }

    /** Pulls every plug for good. */
    void close() throws InterruptedException {
        for (Node node : nodes) {
            node.process().kill();
        }
        standIns.close();
        database.close();
    }
}
