package dev.parley.persistence;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.parley.persistence.PersistenceRefused.Why;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcParametersConfig;
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

    @Override
    public void close() {
        database.close();
        readers.close();
        writers.close();
    }

    private static Connected over(Pools pools, Pool writers, RandomGenerator random) {
        Pool readers = pools.readers();
        var database =
                new Database(pools.dialect(), new Database.Clients(client(readers), client(writers), pools.config().poolSize()), random);
        switch (pools.dialect()) {
            case H2 -> new DueRows(database).rebuild();
            case MYSQL -> new Durability(database).check();
        }
        return new Connected(database, readers, writers);
    }

    private static Pool connect(Pools pools) {
        try {
            return pools.writers();
        } catch (PoolInitializationException e) {
            String state = Failures.sqlException(e).map(SQLException::getSQLState).orElse("unknown");
            throw state.startsWith(NOT_AUTHORIZED)
                    ? new PersistenceRefused(Why.ACCESS_DENIED, "The database does not let this user in with this password.", e)
                    : new PersistenceRefused(Why.DATABASE_UNREACHABLE, "The database cannot be reached (SQL state " + state + ").", e);
        }
    }

    private static DbClient client(Pool pool) {
        return JdbcClientBuilder.create().connectionPool(pool).parametersSetter(PARAMETERS).build();
    }
}
