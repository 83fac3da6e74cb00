package dev.parley.ports.out;

import dev.parley.ports.Address;
import dev.parley.ports.MessageId;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import java.util.Optional;

/**
 * What a provider reports about a text. Immutable.
 *
 * @param providerMessageId the provider's name for the text
 * @param messageId our name for it, when the report carries it; it counts only within the reporting connection
 * @param status what became of it
 * @param failure why it failed, when it did
 * @param recipientOptedOut whether that is because the contact has opted out, which is then remembered; told again about the
 *     same text of the provider it has no effect, since the contact may have opted in meanwhile
 * @param from our number that it went from, when the report says so: a text whose sender the provider chose gets it, and joins the
 *     conversation of that number; of a report that came before its text is known it may go unheeded
 */
public record StatusReport(
        String providerMessageId,
        Optional<MessageId> messageId,
        MessageStatus status,
        Optional<Failure> failure,
        boolean recipientOptedOut,
        Optional<Address> from) {}
