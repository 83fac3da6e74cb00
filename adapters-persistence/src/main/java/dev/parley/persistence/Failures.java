package dev.parley.persistence;

import dev.parley.ports.out.StoreUnavailable;
import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What goes wrong in a database, without what it was about: the words of a driver quote keys and values, and so texts and numbers
 * of people.
 */
final class Failures {

    private Failures() {}

    static Optional<SQLException> sqlException(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, f -> f.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .filter(
                        SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    static StoreUnavailable unavailable(String step, SQLException cause) {
        return new StoreUnavailable(step + " could not be done: " + code(cause), speechless(cause));
    }

    static StoreUnavailable overloaded(String step) {
        return new StoreUnavailable(step + " could not be done: too many others wait for the database", new SQLException("no turn"));
    }

    static StoreUnavailable shut(String step) {
        return new StoreUnavailable(step + " could not be done: the database was not there yet", new SQLException("shut"));
    }

    static IllegalStateException bug(String step, SQLException cause) {
        return new IllegalStateException(step + " failed: " + code(cause), speechless(cause));
    }

    /** Has a transaction begun anew in which somebody else was first. */
    static DbClientException overtaken(String step) {
        return new DbClientException(step + " was overtaken", new SQLTransactionRollbackException("overtaken", "40001"));
    }

    private static SQLException speechless(SQLException e) {
        var same = new SQLException(code(e), e.getSQLState(), e.getErrorCode());
        same.setStackTrace(e.getStackTrace());
        return same;
    }

    private static String code(SQLException e) {
        return "SQL state " + e.getSQLState() + ", code " + e.getErrorCode();
    }
}
