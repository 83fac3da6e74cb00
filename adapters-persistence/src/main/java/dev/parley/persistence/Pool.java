package dev.parley.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.jdbc.CloseableJdbcConnectionPool;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections of one kind, as the database client wants them. Helidon's own Hikari pool can only be made from its Config. */
record Pool(HikariDataSource source) implements CloseableJdbcConnectionPool {

    static Pool of(HikariConfig config) {
        return new Pool(new HikariDataSource(config));
    }

    @Override
    public Connection connection() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new NoConnection(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
