package dev.parley.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.persistence.PersistenceRefused.Why;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. Only ever forward: the version before runs beside the new one while nodes are exchanged. */
record Migrations(Dialect dialect, HikariDataSource source) {

    /** The version of the newest migration. */
    static final String NEWEST = "8.1";

    private static final String LOCATION = "classpath:dev/parley/persistence/migration";

    /** Asks first: to start Flyway takes longer than everything else together, and mostly there is nothing to do. */
    void run() {
        if (!isUpToDate()) {
            migrate();
        }
    }

    void migrate() {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(LOCATION)
                    .placeholders(dialect.types())
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new PersistenceRefused(
                    Why.SCHEMA_UNUSABLE,
                    "The database schema cannot be brought up to date: " + firstLine(e),
                    e);
        }
    }

    private boolean isUpToDate() {
        String sql = "SELECT 1 FROM flyway_schema_history WHERE success = TRUE AND version = '" + NEWEST + "'";
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        } catch (SQLException noHistoryYet) {
            return false;
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
