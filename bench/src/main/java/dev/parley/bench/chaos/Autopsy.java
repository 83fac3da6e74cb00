package dev.parley.bench.chaos;

import dev.parley.bench.check.Evidence;
import dev.parley.bench.check.Tables;
import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.standin.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what a run has left behind. */
final class Autopsy {

    private Autopsy() {}

    static Evidence of(Machines machines, Town town, Path ledgers) throws IOException {
        var log = new ArrayList<String>();
        for (Node node : machines.nodes()) {
            // A killed process can leave half a character behind.
            log.addAll(new String(Files.readAllBytes(node.log()), StandardCharsets.ISO_8859_1).lines().toList());
        }
        return new Evidence(
                Ledger.read(ledgers),
                tables(machines.database()),
                log,
                town.lines().stream().collect(Collectors.toMap(Line::name, Line::canary)),
                secrets(town));
    }

    private static Tables tables(Database database) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "")) {
            return Tables.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        }
    }

    private static Set<String> secrets(Town town) {
        var secrets = new HashSet<>(town.contacts());
        for (Line line : town.lines()) {
            secrets.addAll(Set.of(line.canary(), line.secret(), line.hookSecret(), line.number()));
        }
        return secrets;
    }
}
