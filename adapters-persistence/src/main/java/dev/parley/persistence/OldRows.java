package dev.parley.persistence;

/** Rows that nobody needs any more. */
record OldRows(Database database, WorkRows work) {

    void forget() {
        new JdbcIdempotencyStore(database).forgetOld();
        new JdbcLongTexts(database, work).forgetOld();
        new ParkedReports(database).forgetOld();
    }
}
