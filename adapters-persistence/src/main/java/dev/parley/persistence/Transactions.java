package dev.parley.persistence;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbTransaction;
import java.util.function.Function;

/** Transactions from their beginning to their end. */
final class Transactions {

    private static final System.Logger LOG = System.getLogger(Transactions.class.getName());

    private Transactions() {}

    /** Runs one; what it did is durable when this returns, unless it was undone. */
    static <T> T run(DbClient client, Dialect dialect, Function<Session, T> transaction) {
        DbTransaction tx = client.transaction();
        var session = new Session(tx, dialect);
        boolean isOver = false;
        try {
            T result = transaction.apply(session);
            isOver = true;
            end(tx, session);
            return result;
        } catch (NoConnection e) {
            isOver = true;
            throw e;
        } finally {
            if (!isOver) {
                rollBack(tx);
            }
        }
    }

    private static void end(DbTransaction tx, Session session) {
        if (session.isUndone()) {
            tx.rollback();
        } else {
            tx.commit();
        }
    }

    /** Best effort: a connection that cannot roll back is broken, and its server rolls back by itself. */
    private static void rollBack(DbTransaction tx) {
        try {
            tx.rollback();
        } catch (DbClientException e) {
            LOG.log(System.Logger.Level.DEBUG, "A transaction could not be rolled back");
        }
    }
}
