package dev.parley.bench.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has a plug.
 *
 * @param folder of everything that they write
 * @param nodes none until they are started
 * @param disk of the first node, where it is a small one
 */
record Machines(Path folder, List<Node> nodes, Database database, StandIns standIns, Optional<SmallDisk> disk) {

    static final String OPERATOR = "operator-key-of-the-rig";

    /** All but the nodes. */
    static Machines build(Options options, StandIns standIns, PrintStream out) throws IOException, InterruptedException {
        Path data = options.folder().resolve("node0/data");
        Database database = options.isMariaDb() ? MariaDb.start(options.folder()) : new H2Files(data);
        Optional<SmallDisk> disk = options.hazards().contains(Hazard.FULL_DISK) ? SmallDisk.mount(data) : Optional.empty();
        if (options.hazards().contains(Hazard.FULL_DISK)) {
            out.println(disk.isPresent() ? "  the first node has a small disk" : "  nothing may be mounted: no full disk");
        }
        return new Machines(options.folder(), new ArrayList<>(), database, standIns, disk);
    }

    /** The nodes, one after the other. */
    void start(Options options, PrintStream out) throws IOException, InterruptedException {
        var environment = new HashMap<>(standIns.environment());
        environment.putAll(database.environment());
        environment.put("PARLEY_API_KEY", OPERATOR);
        environment.put("PARLEY_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        for (int i = 0; i < options.nodes(); i++) {
            if (i == options.nodes() - 1 && options.hazards().contains(Hazard.CLOCK_SKEW)) {
                Map<String, String> ahead = Hazard.anHourAhead();
                environment.putAll(ahead);
                out.println(ahead.isEmpty() ? "  there is no libfaketime: no clock skew" : "  node " + i + " is an hour ahead");
            }
            nodes.add(Node.start(options.jar(), Files.createDirectories(folder.resolve("node" + i)), environment));
            nodes.getLast().awaitReady();
        }
    }

    /** Where the nodes listen. */
    List<URI> addresses() {
        return nodes.stream().map(Node::address).toList();
    }

    /** How many files of their journals the nodes have yet to tell the database of. */
    int journalled() throws IOException {
        int files = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Path journal = folder.resolve("node" + i + "/data/journal");
            if (Files.isDirectory(journal)) {
                try (Stream<Path> all = Files.list(journal)) {
                    files += (int) all.filter(file -> file.toString().endsWith(".journal")).count();
                }
            }
        }
        return files;
    }

    /** Between the server and the providers. */
    List<TcpProxy> providers() {
        return standIns.providers();
    }

    /** Pulls every plug for good. What was on a disk of memory stays beside it. */
    void close() throws IOException, InterruptedException {
        for (Node node : nodes) {
            node.process().kill();
        }
        standIns.close();
        database.close();
        if (disk.isPresent()) {
            disk.get().unmount(folder.resolve("node0/kept"));
        }
    }
}
