package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Asks a full MariaDB how it would run each statement: none reads a whole table or index, and none sorts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IndexTest {

    private static final UUID ORGANIZATION = new UUID(0, 1);
    private static final UUID ROW = new UUID(0, 5);
    private static final Instant YESTERDAY = Instant.parse("2026-01-15T12:00:00Z");

    /**
     * A page of all organizations is the whole table, in the order of its index; what is last known is all connections and numbers,
     * looked at every few seconds by housekeeping alone; the rest has no table at all.
     */
    private static final Set<String> EXEMPT = Set.of("DueRows.drop", "DueRows.create", "DueRows.dropByOrganization",
            "DueRows.createByOrganization", "Durability.flush", "DatabaseClock.now",
            "ParkedReports.allOrganizations", "LastKnown.connectionsMark", "LastKnown.numbersMark", "LastKnown.numbers");

    private Connected connected;
    private Tables tables;

    @BeforeAll
    void fill(@TempDir Path dataDir) {
        PersistenceConfig config = MariaDb.server().database("indexes", dataDir);
        var pools = new Pools(Dialect.MYSQL, config.url().orElseThrow(), config);
        connected = Connected.to(pools, new SecureRandom());
        tables = new Tables(config, pools.completeUrl());
        tables.run(Seeds.STATEMENTS);
    }

    @AfterAll
    void close() {
        tables.close();
        connected.close();
    }

    @Test
    void every_statement_finds_its_rows_by_an_index() {
        List<String> bad = statements().flatMap(sql -> problems(sql).stream()).toList();
        assertEquals(List.of(), bad);
    }

    @Test
    void a_statement_without_an_index_would_be_found() {
        assertTrue(problems(Sql.of("planted scan", "SELECT m.id FROM message m WHERE m.body = :key")).toString().contains("ALL"));
        assertTrue(
                problems(
                        Sql.of(
                                "planted sort",
                                "SELECT m.id FROM message m WHERE m.org_id = :org AND m.contact = :contact ORDER BY m.updated_at"))
                        .toString()
                        .contains("filesort"));
    }

    private static Stream<Sql> statements() {
        Stream<Sql> fixed = Statements.all()
                .filter(sql -> !EXEMPT.contains(sql.name()))
                .filter(sql -> !sql.text().startsWith("INSERT") && !sql.name().endsWith(".list"));
        return Stream.concat(fixed, pages());
    }

    private static Stream<Sql> pages() {
        return Statements.all().filter(sql -> sql.name().endsWith(".list")).flatMap(sql -> {
            String alias = sql.text().contains("FROM quarantine") ? "q.received_at" : sql.text()
                    .replaceAll(
                            "(?s).*FROM \\w+ (\\w) WHERE.*",
                            "$1.created_at");
            String id = alias.charAt(0) + ".id";
            String order = "ORDER BY " + alias + " DESC, " + id + " DESC LIMIT 51";
            String rest = "AND " + alias + " <= :at AND (" + alias + " < :at OR " + id + " < :id)";
            return Stream.concat(
                    Stream.of(sql.and(order), sql.and(rest).and(order)),
                    filters(sql).map(filter -> sql.and("AND " + filter).and(order)));
        });
    }

    private static Stream<String> filters(Sql sql) {
        return switch (sql.name()) {
            case "MessageStore.list" -> Stream.of(
                    "m.conversation_id = :conversation",
                    "m.agent_id = :agent",
                    "m.contact = :contact",
                    "m.created_at >= :since");
            case "Deliveries.list" -> Stream.of("d.status = :status", "d.created_at >= :since");
            case "ConversationStore.list" -> Stream.of("c.agent_id = :agent", "c.contact = :contact", "c.state = :state");
            default -> Stream.empty();
        };
    }

    private List<String> problems(Sql sql) {
        return connected.database().write("explain", tx -> {
            Statement explain = tx.on(Sql.of("explain", "EXPLAIN " + sql.text()));
            for (String parameter : sql.parameters()) {
                explain.set(parameter, value(parameter));
            }
            return explain.list(row -> problem(sql, row)).stream().flatMap(List::stream).toList();
        });
    }

    private static List<String> problem(Sql sql, Row row) {
        String type = row.optionalText("type").orElse("");
        String extra = row.optionalText("Extra").orElse("");
        var found = new ArrayList<String>();
        if (type.equals("ALL") || (type.equals("index") && !sql.text().contains("LIMIT"))) {
            found.add(sql.name() + ": " + type + " on " + row.optionalText("table").orElse("?") + " " + sql.text());
        }
        if (extra.contains("filesort") || extra.contains("temporary")) {
            found.add(sql.name() + ": " + extra + " " + sql.text());
        }
        return found;
    }

    private static Object value(String parameter) {
        String kind = parameter.replaceAll("\\d+$", "");
        return VALUES.getOrDefault(kind, ROW);
    }

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("org", ORGANIZATION),
            Map.entry("kind", "reply"),
            Map.entry("ours", "+15005550001"),
            Map.entry("number", "+15005550001"),
            Map.entry("contact", "+14155550005"),
            Map.entry("at", YESTERDAY),
            Map.entry("since", YESTERDAY),
            Map.entry("unanswered_since", YESTERDAY),
            Map.entry("updated_at", YESTERDAY),
            Map.entry("previous_secret_until", YESTERDAY),
            Map.entry("epoch", 7L),
            Map.entry("attempts", "[]"),
            Map.entry("most", 20),
            Map.entry("slice", JdbcWorkQueue.SLICE),
            Map.entry("kept", 100),
            Map.entry("idle_days", 3),
            Map.entry("version", 1L),
            Map.entry("rank", 4),
            Map.entry("tries", 3),
            Map.entry("strikes", 4),
            Map.entry("url", "https://customer.example/texts"),
            Map.entry("segments", 1),
            Map.entry("opted_out", false),
            Map.entry("in", Duration.ofSeconds(3)),
            Map.entry("lease", Duration.ofSeconds(30)),
            Map.entry("provider_id", "SM5"),
            Map.entry("provider", "twilio"),
            Map.entry("account", "AC5"),
            Map.entry("account_key", "AC5"),
            Map.entry("sha256", "hash-5"),
            Map.entry("key", "key-5"),
            Map.entry("name", "name-5"),
            Map.entry("state", "ai"),
            Map.entry("status", "sent"),
            Map.entry("code", "throttled"),
            Map.entry("words", "busy"),
            Map.entry("handled_as", "replied"),
            Map.entry("config", "{}"),
            Map.entry("variables", "{}"),
            Map.entry("settings", "{}"),
            Map.entry("credentials", "v1"),
            Map.entry("webhook_secret", "v1"),
            Map.entry("previous_secret", "v1"),
            Map.entry("body", "{}"),
            Map.entry("from", "+14155550005"),
            Map.entry("to", "+15005550001"),
            Map.entry("gap", Duration.ofSeconds(1)),
            Map.entry("urgency", 1),
            Map.entry("reference", "5"),
            Map.entry("total", 3));

}
