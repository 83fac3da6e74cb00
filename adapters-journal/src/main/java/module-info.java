/** What carriers bring while the database is away, in files. */
@org.jspecify.annotations.NullMarked module dev.parley.journal {
    requires static org.jspecify;
    requires transitive dev.parley.ports;

    exports dev.parley.journal;
}
