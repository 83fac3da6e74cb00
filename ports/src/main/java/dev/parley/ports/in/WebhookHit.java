package dev.parley.ports.in;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.spi.WebhookRequest;
import java.util.Optional;

/**
 * A request at one of our webhook addresses. Immutable.
 *
 * @param provider the provider's name, as the address has it
 * @param connection the connection, when the address names one
 * @param request what was received
 */
public record WebhookHit(String provider, Optional<ConnectionId> connection, WebhookRequest request) {}
