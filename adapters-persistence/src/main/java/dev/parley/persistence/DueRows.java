package dev.parley.persistence;

import java.util.List;

/**
 * Makes the indexes by which due work is found anew. H2 was once seen to come back from a kill with a secondary index that lacked a
 * row of its table, and work that is not in these indexes is never done. The table holds only what is owed, so it takes no time.
 */
record DueRows(Database database) {

    private static final List<Sql> REBUILD = List.of(
            Sql.of("DueRows.drop", "DROP INDEX IF EXISTS work_due"),
            Sql.of(
                    "DueRows.create",
                    "CREATE INDEX work_due ON work (kind, due_at, subject)"),
            Sql.of("DueRows.dropByOrganization", "DROP INDEX IF EXISTS work_org"),
            Sql.of("DueRows.createByOrganization", "CREATE INDEX work_org ON work (kind, org_id, due_at, subject)"));

    void rebuild() {
        database.write("DueRows.rebuild", tx -> {
            REBUILD.forEach(sql -> tx.on(sql).run());
            return true;
        });
    }
}
