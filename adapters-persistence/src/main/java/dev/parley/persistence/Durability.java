package dev.parley.persistence;

/** Warns of a server that acknowledges what it may lose. */
record Durability(Database database) {

    private static final System.Logger LOG = System.getLogger(Durability.class.getName());

    private static final Sql FLUSH = Sql.of("Durability.flush", "SELECT @@innodb_flush_log_at_trx_commit AS flush");

    void check() {
        int flush = database.read("Durability.check", session -> session.on(FLUSH).first(row -> row.integer("flush"))).orElse(1);
        if (flush != 1) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database has innodb_flush_log_at_trx_commit = " + flush
                            + ": texts that Parley has acknowledged can be lost when it or its machine dies. Set it to 1.");
        }
    }
}
