package dev.parley.ports.out;

import dev.parley.ports.message.OutboundMessage;
import java.time.Instant;

/**
 * A text of ours of which nobody knows whether it went. Immutable.
 *
 * @param message the text
 * @param handedOver the time from which on it may have been handed over
 * @param misses how often it was looked for in vain
 * @param isHandedOverAgain whether it was, or may have been, handed over a second time
 */
public record LostSend(OutboundMessage message, Instant handedOver, int misses, boolean isHandedOverAgain) {}
