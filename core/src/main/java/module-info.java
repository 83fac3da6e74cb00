/** What Parley decides: agents, numbers, conversations, replies and sends, as use cases over the ports. */
@org.jspecify.annotations.NullMarked module dev.parley.core {
    requires transitive dev.parley.ports;

    requires static org.jspecify;

    exports dev.parley.core;
    exports dev.parley.core.world;
}
