package dev.parley.persistence;

import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;

/** There was no connection to be had: nothing was begun, so nothing is to be rolled back. */
final class NoConnection extends DbClientException {

    private static final long serialVersionUID = 1L;

    NoConnection(SQLException cause) {
        super("no connection", cause);
    }

    SQLException reason() {
        return Failures.sqlException(this).orElseGet(() -> new SQLException("no connection"));
    }
}
