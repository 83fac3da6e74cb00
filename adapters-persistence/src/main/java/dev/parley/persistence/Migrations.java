package dev.parley.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.persistence.PersistenceRefused.Why;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. Only ever forward: the version before runs beside the new one while nodes are exchanged. */
record Migrations(Dialect dialect, HikariDataSource source) {

    private static final String LOCATION = "classpath:dev/parley/persistence/migration";

    void run() {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(LOCATION)
                    .placeholders(dialect.types())
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new PersistenceRefused(Why.SCHEMA_UNUSABLE, "The database schema cannot be brought up to date: " + firstLine(e), e);
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
