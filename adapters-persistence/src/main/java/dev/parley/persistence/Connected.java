package dev.parley.persistence;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.parley.persistence.PersistenceRefused.Why;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcParametersConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** A database whose schema is up to date, and the connections to it. */
record Connected(Database database, Pool readers, Pool writers) implements AutoCloseable {

    /** Strings and bytes as they are: a stream of each long prompt would take another way through the driver. */
    private static final JdbcParametersConfig PARAMETERS = JdbcParametersConfig.builder()
            .useStringBinding(false)
            .useByteArrayBinding(false)
            .build();

    /** How the SQL states begin that say: not with this user and password. */
    private static final String NOT_AUTHORIZED = "28";

    static Connected to(Pools pools, RandomGenerator random) {
        Pool writers = connect(pools);
        boolean isOpen = false;
        try {
            new Migrations(pools.dialect(), writers.source()).run();
            Connected connected = over(pools, writers, random);
            isOpen = true;
            return connected;
        } finally {
            if (!isOpen) {
                writers.close();
            }
        }
    }

    /** What is to be connected later, by {@link #connect()}: nobody gets in until then. */
    static Connected later(Pools pools, RandomGenerator random) {
        Pool readers = pools.later().readers();
        Pool writers = pools.later().writers();
        var database = database(pools, new Database.Clients(client(readers), client(writers), pools.config().poolSize()), random);
        database.shut();
        return new Connected(database, readers, writers);
    }

    /** Connects, and brings the schema up to date; everybody gets in then. */
    void connect() {
        try (Connection _ = writers.source().getConnection()) {
            new Migrations(database.dialect(), writers.source()).run();
        } catch (SQLException e) {
            throw refused(e, e);
        }
        database.admit();
        look(database);
    }

    @Override
    public void close() {
        database.close();
        readers.close();
        writers.close();
    }

    private static Connected over(Pools pools, Pool writers, RandomGenerator random) {
        Pool readers = pools.readers();
        var database = database(pools, new Database.Clients(client(readers), client(writers), pools.config().poolSize()), random);
        look(database);
        return new Connected(database, readers, writers);
    }

    private static Database database(Pools pools, Database.Clients clients, RandomGenerator random) {
        return new Database(pools.dialect(), clients, random);
    }

    private static void look(Database database) {
        switch (database.dialect()) {
            case H2 -> new DueRows(database).rebuild();
            case MYSQL -> new Durability(database).check();
        }
    }

    private static Pool connect(Pools pools) {
        try {
            return pools.writers();
        } catch (PoolInitializationException e) {
            throw refused(Failures.sqlException(e).orElseGet(() -> new SQLException("unknown")), e);
        }
    }

    private static PersistenceRefused refused(SQLException reason, Exception cause) {
        String state = String.valueOf(reason.getSQLState());
        return state.startsWith(NOT_AUTHORIZED)
                ? new PersistenceRefused(Why.ACCESS_DENIED, "The database does not let this user in with this password.", cause)
                : new PersistenceRefused(Why.DATABASE_UNREACHABLE, "The database cannot be reached (SQL state " + state + ").", cause);
    }

    private static DbClient client(Pool pool) {
        return JdbcClientBuilder.create().connectionPool(pool).parametersSetter(PARAMETERS).build();
    }
}
