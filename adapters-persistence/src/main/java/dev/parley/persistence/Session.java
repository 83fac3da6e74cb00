package dev.parley.persistence;

import io.helidon.dbclient.DbExecute;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Runs a statement about all of these rows, and says how many it found to change. */
    <T> long run(SqlFamily family, List<T> rows, Filler<T> filler) {
        return filled(family, rows, filler).mapToLong(Statement::run).sum();
    }

    /** Runs a statement that inserts all of these rows; false when one is there, and then some of the others may have gone in. */
    <T> boolean inserts(SqlFamily family, List<T> rows, Filler<T> filler) {
        return filled(family, rows, filler).allMatch(Statement::inserts);
    }

    /** What a query about all of these rows answers. */
    <T, R> List<R> list(SqlFamily family, List<T> rows, Filler<T> filler, Function<Row, R> mapper) {
        return filled(family, rows, filler).flatMap(statement -> statement.list(mapper).stream()).toList();
    }

    private <T> Stream<Statement> filled(SqlFamily family, List<T> rows, Filler<T> filler) {
        return family.lots(rows, dialect.mostRows()).stream().map(lot -> {
            Statement statement = on(family.of(lot.size()));
            for (int i = 0; i < lot.size(); i++) {
                filler.fill(new Statement.Nth(statement, i), lot.get(i));
            }
            return statement;
        });
    }

    /** Nothing of this transaction shall stay, although it ends well. */
    void undo() {
        isUndone = true;
    }

    boolean isUndone() {
        return isUndone;
    }

    /** Fills in one of the rows that a statement is about. */
    interface Filler<T> {

        /** Sets every parameter of the row. */
        void fill(Statement.Nth row, T value);
    }
}
