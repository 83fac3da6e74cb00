package dev.parley.ports.agent;

import dev.parley.ports.PhoneNumber;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What an agent does with texts. Immutable.
 *
 * @param inboundMode what happens when a text comes in
 * @param smsPrompt what the model is told to be, at most 16,000 characters; may hold {@code {{variables}}}
 * @param inboundWebhookUrl where the business wants to be told
 * @param fromNumber from which number the agent texts unless told otherwise
 * @param model the name of a configured model; without one the installation's default
 * @param limits how fast, how long and how often it answers
 * @param manners how it behaves towards people
 * @param events which further events go to {@code inboundWebhookUrl}
 */
public record MessagingConfig(
        InboundMode inboundMode,
        Optional<String> smsPrompt,
        Optional<URI> inboundWebhookUrl,
        Optional<PhoneNumber> fromNumber,
        Optional<String> model,
        ReplyLimits limits,
        Manners manners,
        Set<CustomerEventType> events) {

    /** What an agent has that says nothing else: texts are logged and nothing happens. */
    public static final MessagingConfig DEFAULT = new MessagingConfig(
            InboundMode.OFF,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ReplyLimits.DEFAULT,
            Manners.DEFAULT,
            Set.of());

    /** Copies the set. */
    public MessagingConfig {
        events = Set.copyOf(events);
    }
}
