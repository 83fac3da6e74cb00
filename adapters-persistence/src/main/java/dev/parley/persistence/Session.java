package dev.parley.persistence;

import io.helidon.dbclient.DbExecute;

/** A row of statements that belong together: a transaction, or reads that each see what is committed. Of one thread. */
final class Session {

    private final DbExecute execute;
    private final Dialect dialect;
    private boolean isUndone;

    Session(DbExecute execute, Dialect dialect) {
        this.execute = execute;
        this.dialect = dialect;
    }

    Statement on(Sql sql) {
        return new Statement(execute, dialect, sql);
    }

    /** Nothing of this transaction shall stay, although it ends well. */
    void undo() {
        isUndone = true;
    }

    boolean isUndone() {
        return isUndone;
    }
}
