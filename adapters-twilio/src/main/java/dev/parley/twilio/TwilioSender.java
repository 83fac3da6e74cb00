package dev.parley.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Sends texts by <a href="https://www.twilio.com/docs/messaging/api/message-resource">creating messages</a>, with the types of
 * Twilio's library but over our own transport. Thread-safe.
 */
final class TwilioSender {

    private static final SendOutcome NO_SENDER = new SendOutcome.Refused(
            new ProviderError(
                    Reason.SENDER_NOT_ALLOWED,
                    "no_sender",
                    "The text names no number of ours to send from, and the connection has no messagingServiceSid to choose one."));

    private static final SendOutcome UNREADABLE = new SendOutcome.Ambiguous(
            "Twilio answered with success, but its answer names no message");

    private final TwilioRestClient client;
    private final Optional<String> messagingService;

    TwilioSender(TwilioAccount account, OneShotTransport transport) {
        this.client = new TwilioRestClient.Builder(account.user(), account.password().reveal()).accountSid(account.sid())
                .httpClient(transport)
                .build();
        this.messagingService = account.messagingService();
    }

    SendOutcome send(OutboundText text) {
        try {
            return creator(text).map(this::create).orElse(NO_SENDER);
        } catch (NoMessage answer) {
            return answer.outcome();
        } catch (TwilioException unreadable) {
            return UNREADABLE;
        }
    }

    /**
     * A number wins over the service: a reply goes from the number that was texted. It goes alone, since Twilio refuses a number
     * together with a service whose pool it is not in, while a number in the pool keeps its registration without the service.
     */
    private Optional<MessageCreator> creator(OutboundText text) {
        PhoneNumber to = new PhoneNumber(text.to().e164());
        return text.from()
                .map(from -> Message.creator(to, new PhoneNumber(from.e164()), text.body()))
                .or(() -> messagingService.map(service -> Message.creator(to, service, text.body())))
                .map(creator -> withStatusCallback(creator, text));
    }

    /** Twilio refuses a text whose reports it could not deliver, so a server that only this machine can reach goes without. */
    private static MessageCreator withStatusCallback(MessageCreator creator, OutboundText text) {
        return TwilioWebhook.isReachable(text.statusUrl())
                ? creator.setStatusCallback(TwilioWebhook.statusCallback(text.statusUrl(), text.id()))
                : creator;
    }

    private SendOutcome create(MessageCreator creator) {
        // The library reads an answer that is JSON's null as null.
        return Optional.ofNullable(creator.create(client)).flatMap(TwilioSender::accepted).orElse(UNREADABLE);
    }

    private static Optional<SendOutcome> accepted(Message message) {
        return Optional.ofNullable(message.getSid())
                .filter(sid -> !sid.isBlank())
                .map(sid -> refused(message, sid).orElseGet(() -> accepted(message, sid)));
    }

    /** Twilio makes a message of a text that it will not send, too, and says so at once. */
    private static Optional<SendOutcome> refused(Message message, String sid) {
        String code = Optional.ofNullable(message.getErrorCode()).map(String::valueOf).orElse("");
        return Optional.ofNullable(message.getStatus())
                .flatMap(status -> TwilioWebhook.reported(sid, status.toString(), code).error())
                .map(SendOutcome.Refused::new);
    }

    private static SendOutcome accepted(Message message, String sid) {
        return new SendOutcome.Accepted(List.of(sid), segments(message), from(message));
    }

    /** None while Twilio has not yet chosen a sender: it says 0 then. */
    private static Optional<Integer> segments(Message message) {
        return Optional.ofNullable(message.getNumSegments()).filter(count -> count.matches("[1-9]\\d{0,3}")).map(Integer::valueOf);
    }

    private static Optional<String> from(Message message) {
        return Optional.ofNullable(message.getFrom()).map(PhoneNumber::getEndpoint).filter(from -> !from.isBlank());
    }
}
