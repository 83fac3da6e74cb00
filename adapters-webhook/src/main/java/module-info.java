/** Signed webhooks to customers. */
@org.jspecify.annotations.NullMarked module dev.parley.webhook {
    requires static org.jspecify;
    requires transitive dev.parley.ports;
    requires com.fasterxml.jackson.databind;
    requires org.apache.httpcomponents.core5.httpcore5;

    exports dev.parley.webhook;
}
