package dev.parley.ports.spi;

import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import java.net.URI;
import java.util.Optional;

/**
 * A text for a provider to send. Immutable; does not print the text.
 *
 * @param id our name for it; pass it on as client reference or in the status address, so that a report finds its message
 *           although the answer to the request was lost
 * @param from the number of ours to send from; without one the provider chooses by the connection's settings
 * @param to the contact
 * @param body the text, not empty, to be sent as it is
 * @param encoding the alphabet that the body needs, for providers that must be told
 * @param statusUrl where the provider should report what became of it; an adapter may add query parameters
 */
public record OutboundText(
        MessageId id,
        Optional<PhoneNumber> from,
        PhoneNumber to,
        String body,
        Encoding encoding,
        URI statusUrl) {

    @Override
    public String toString() {
        return "OutboundText[" + id + "]";
    }
}
