package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every statement that touches what belongs to an organization says to which. */
final class SqlScopeTest {

    /** A carrier does not know organizations, nor does what is remembered for it; a key says its own, a queue serves all of them, and so does whoever cleans up. */
    private static final Set<String> CROSS_ORGANIZATIONS = Set.of(
            "WebhookDirectory.connection",
            "WebhookDirectory.carrierOf",
            "WebhookDirectory.ofAccount",
            "WebhookDirectory.active",
            "LastKnown.connectionsMark",
            "LastKnown.numbersMark",
            "LastKnown.connections",
            "LastKnown.numbers",
            "ApiKeyStore.findByHash",
            "WorkQueue.due",
            "WaitingOrganizations.next",
            "IdempotencyStore.forgetAllOld",
            "LongTexts.forgetAllOld");

    private static final Set<String> OF_NOBODY = Set.of("organization", "encryption_canary", "dual");

    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+([a-z_]+)(?:\\s+([a-z])\\b)?");

    @Test
    void every_statement_about_a_tenant_names_the_organization() {
        assertEquals(List.of(), Statements.all().filter(SqlScopeTest::isUnscoped).map(Sql::name).distinct().toList());
    }

    @Test
    void only_the_listed_statements_cross_organizations() {
        List<String> crossing = Statements.all()
                .filter(sql -> !sql.text().contains(":org"))
                .filter(SqlScopeTest::touchesTenant)
                .map(Sql::name)
                .distinct()
                .sorted()
                .toList();
        assertEquals(CROSS_ORGANIZATIONS.stream().sorted().toList(), crossing);
    }

    @Test
    void a_statement_that_forgets_the_organization_would_be_found() {
        assertTrue(isUnscoped(Sql.of("planted", "SELECT body FROM message m WHERE m.id = :id")));
        assertTrue(
                isUnscoped(
                        Sql.of("planted",
                                "SELECT body FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.org_id = :org")));
        assertTrue(isUnscoped(Sql.of("planted", "UPDATE message SET body = '' WHERE id = :org_id")));
        assertTrue(Statements.all().count() > 80, "statements were not found");
    }

    /** Each table in it has its org_id compared, by its alias where it has one. */
    private static boolean isUnscoped(Sql sql) {
        if (CROSS_ORGANIZATIONS.contains(sql.name()) || isInsert(sql)) {
            return !CROSS_ORGANIZATIONS.contains(sql.name()) && touchesTenant(sql) && !sql.text().contains(":org");
        }
        return TABLE.matcher(sql.text()).results().filter(found -> !OF_NOBODY.contains(found.group(1))).anyMatch(found -> {
            String alias = found.group(2) == null ? "" : found.group(2) + "\\.";
            return !Pattern.compile("(?<![a-z.])" + alias + "org_id\\s*(=|\\bIN\\b)|= " + (alias.isEmpty() ? "(?!)" : alias) + "org_id")
                    .matcher(
                            sql.text())
                    .find();
        });
    }

    private static boolean isInsert(Sql sql) {
        return sql.text().startsWith("INSERT");
    }

    private static boolean touchesTenant(Sql sql) {
        return TABLE.matcher(sql.text()).results().map(found -> found.group(1)).anyMatch(table -> !OF_NOBODY.contains(table));
    }
}
