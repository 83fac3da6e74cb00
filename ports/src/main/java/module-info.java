/**
 * The language of Parley and the interfaces on both sides of its core: use cases ({@code in}), what core needs of the
 * world ({@code out}) and what the author of an SMS provider writes ({@code spi}). Depends on the JDK alone.
 */
@org.jspecify.annotations.NullMarked module dev.parley.ports {
    requires static transitive org.jspecify;

    exports dev.parley.ports;
    exports dev.parley.ports.agent;
    exports dev.parley.ports.connection;
    exports dev.parley.ports.conversation;
    exports dev.parley.ports.in;
    exports dev.parley.ports.message;
    exports dev.parley.ports.model;
    exports dev.parley.ports.notify;
    exports dev.parley.ports.organization;
    exports dev.parley.ports.out;
    exports dev.parley.ports.spi;
    exports dev.parley.ports.work;
}
