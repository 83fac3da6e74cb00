package dev.parley.persistence;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Map;

/**
 * How connections are made.
 *
 * <p>There are two kinds, since switching a connection between single statements and transactions costs a round trip each way.
 */
record Pools(Dialect dialect, String url, PersistenceConfig config, Start start) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LIFETIME = Duration.ofMinutes(25);
    private static final int READERS_SHARE = 3;

    /** See <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">Connector/J</a>. */
    private static final Map<String, String> MYSQL = Map.ofEntries(
            // The driver would wait for ever.
            Map.entry("connectTimeout", "3000"),
            Map.entry("socketTimeout", "15000"),
            Map.entry("tcpKeepAlive", "true"),
            // Time is UTC on both ends, whatever either machine thinks.
            Map.entry("connectionTimeZone", "UTC"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("sessionVariables", "innodb_lock_wait_timeout=3,eq_range_index_dive_limit=2"),
            Map.entry("characterEncoding", "UTF-8"),
            // Nothing but the pool changes a session, so the driver need not ask or tell again.
            Map.entry("useLocalSessionState", "true"),
            Map.entry("elideSetAutoCommits", "true"),
            Map.entry("cacheServerConfiguration", "true"),
            // Parsed once, not with each of four round trips; see docs of the driver on server-side statements.
            Map.entry("useServerPrepStmts", "true"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "250"),
            Map.entry("prepStmtCacheSqlLimit", "65536"),
            // Values do not belong into error messages.
            Map.entry("paranoid", "true"));

    private static final String H2_SETTINGS = ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
            + ";LOCK_TIMEOUT=3000;TIME ZONE=UTC";

    /** What a pool does when the database is not there as it is made. */
    enum Start {
        /** It refuses. */
        CONNECTED(1),
        /** It connects when it is asked to. */
        LATER(-1);

        private final long hikariTimeout;

        Start(long hikariTimeout) {
            this.hikariTimeout = hikariTimeout;
        }
    }

    Pools(Dialect dialect, String url, PersistenceConfig config) {
        this(dialect, url, config, Start.CONNECTED);
    }

    /** The same ones, for a database that is not there yet. */
    Pools later() {
        return new Pools(dialect, url, config, Start.LATER);
    }

    /** Connections for single statements that read. */
    Pool readers() {
        HikariConfig pool = common("parley-reads", Math.max(1, config.poolSize() / READERS_SHARE));
        pool.setAutoCommit(true);
        return Pool.of(pool);
    }

    /** Connections for transactions. */
    Pool writers() {
        HikariConfig pool = common("parley-writes", config.poolSize() - Math.max(1, config.poolSize() / READERS_SHARE));
        pool.setAutoCommit(false);
        return Pool.of(pool);
    }

    /** The URL with what we cannot do without. */
    String completeUrl() {
        return switch (dialect) {
            case H2 -> url + H2_SETTINGS;
            case MYSQL -> url;
        };
    }

    private HikariConfig common(String name, int size) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(completeUrl());
        pool.setUsername(config.user().isEmpty() ? "sa" : config.user());
        pool.setPassword(config.password().reveal());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(PATIENCE.toMillis() / 2);
        pool.setMaxLifetime(LIFETIME.toMillis());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setInitializationFailTimeout(start.hikariTimeout);
        prepare(pool);
        return pool;
    }

    private void prepare(HikariConfig pool) {
        switch (dialect) {
            // Both, since a database that was made by somebody else may have another setting stored in it.
            case H2 -> {
                pool.setConnectionInitSql("SET WRITE_DELAY 0");
                pool.setMinimumIdle(1);
            }
            case MYSQL -> {
                MYSQL.forEach(pool::addDataSourceProperty);
                // Kept for nobody, connections are looked for at growing intervals while the database is away; asked for, at once.
                pool.setMinimumIdle(0);
            }
        }
    }
}
