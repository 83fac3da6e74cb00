package dev.parley.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is to be.
 *
 * @param seed of everything that is by chance
 * @param length of the trouble, without start and settling
 * @param nodes one or two
 * @param isMariaDb MariaDB, or H2 in the folder of the only node
 * @param rate texts a second
 * @param pulls which plugs, and how often
 * @param habits what people do
 * @param hazards what is wrong with the machine
 * @param bug the one to plant, if any
 * @param jar the server
 * @param folder for everything that is written
 */
public record Options(
        long seed,
        Duration length,
        int nodes,
        boolean isMariaDb,
        double rate,
        Pulls pulls,
        Habits habits,
        Set<Hazard> hazards,
        Optional<Sabotage> bug,
        Path jar,
        Path folder) {

    /** Refuses what cannot be run. Processes have folders of their own, so paths are made absolute. */
    public Options {
        jar = jar.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
        if (nodes < 1 || nodes > 3 || (nodes > 1 && !isMariaDb)) {
            throw new IllegalArgumentException("H2 has one node, MariaDB one to three");
        }
    }

    /** The usual run of a seed. */
    public static Options of(long seed, Path folder) {
        return new Options(
                seed,
                Duration.ofMinutes(2),
                1,
                false,
                10,
                Pulls.USUAL,
                Habits.USUAL,
                Set.of(),
                Optional.empty(),
                Path.of("app-helidon/target/parley.jar"),
                folder);
    }

    /** Reads {@code --minutes 5 --nodes 2 …}. */
    public Options with(List<String> arguments) {
        Options options = this;
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String name = left.pop();
            String value = Optional.ofNullable(left.poll()).orElseThrow(() -> new IllegalArgumentException(name + " wants a value"));
            options = options.with(name, value);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--hours" -> lasting(Duration.ofMinutes(Math.round(60 * Double.parseDouble(value))));
            case "--minutes" -> lasting(Duration.ofSeconds(Math.round(60 * Double.parseDouble(value))));
            case "--seed" -> new Options(Long.parseLong(value), length, nodes, isMariaDb, rate, pulls, habits, hazards, bug, jar, folder);
            case "--nodes" -> on(Integer.parseInt(value), isMariaDb || Integer.parseInt(value) > 1);
            case "--database" -> on(nodes, value.equals("mariadb"));
            case "--rate" ->
                    new Options(seed, length, nodes, isMariaDb, Double.parseDouble(value), pulls, habits, hazards, bug, jar, folder);
            case "--plug" -> pulling(pulls.only(Plug.named(value)));
            case "--gap" -> pulling(pulls.every(Duration.ofMillis(Math.round(1000 * Double.parseDouble(value)))));
            case "--habits" -> living(Habits.named(value));
            case "--hazard" -> on(Hazard.named(value));
            case "--bug" -> with(Sabotage.named(value));
            case "--jar" -> using(Path.of(value));
            case "--folder" -> new Options(seed, length, nodes, isMariaDb, rate, pulls, habits, hazards, bug, jar, Path.of(value));
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }

    /** The same for as long as that. */
    public Options lasting(Duration other) {
        return new Options(seed, other, nodes, isMariaDb, rate, pulls, habits, hazards, bug, jar, folder);
    }

    /** The same on so many nodes and that database. */
    public Options on(int many, boolean mariaDb) {
        return new Options(seed, length, many, mariaDb, rate, pulls, habits, hazards, bug, jar, folder);
    }

    /** The same on a machine with that hazard too. */
    public Options on(Hazard hazard) {
        EnumSet<Hazard> more = EnumSet.of(hazard);
        more.addAll(hazards);
        return new Options(seed, length, nodes, isMariaDb, rate, pulls, habits, Set.copyOf(more), bug, jar, folder);
    }

    /** The same with other plugs. */
    Options pulling(Pulls others) {
        return new Options(seed, length, nodes, isMariaDb, rate, others, habits, hazards, bug, jar, folder);
    }

    /** The same with other people. */
    public Options living(Habits otherwise) {
        return new Options(seed, length, nodes, isMariaDb, rate, pulls, otherwise, hazards, bug, jar, folder);
    }

    /** The same with that server. */
    public Options using(Path server) {
        return new Options(seed, length, nodes, isMariaDb, rate, pulls, habits, hazards, bug, server, folder);
    }

    /** The same with a bug. */
    public Options with(Sabotage planted) {
        return new Options(seed, length, nodes, isMariaDb, rate, pulls, habits, hazards, Optional.of(planted), jar, folder);
    }

    /** How to run this once more. */
    public String command() {
        String planted = bug.map(b -> " --bug " + b.word()).orElse("");
        String hazardous = hazards.stream().sorted().map(hazard -> " --hazard " + hazard.word()).collect(Collectors.joining());
        return "bench/chaos --seed %d --minutes %s --nodes %d --database %s --rate %s --habits %s%s%s"
                .formatted(seed, length.toSeconds() / 60.0, nodes, isMariaDb ? "mariadb" : "h2", rate, habits.word(),
                        pulls.words() + hazardous, planted);
    }
}
