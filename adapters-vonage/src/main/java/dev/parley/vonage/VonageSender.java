package dev.parley.vonage;

import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.util.Optional;

/** Sends texts by the API that the connection names, and asks nothing of it that it would refuse anyway. Thread-safe. */
final class VonageSender {

    private static final SendOutcome NO_SENDER = SendOutcome.refused(
            Reason.SENDER_NOT_ALLOWED,
            "no_sender",
            "The text names no number of ours to send from, and Vonage chooses none.");
    private static final SendOutcome NO_RECEIVER = SendOutcome.refused(
            Reason.RECIPIENT_INVALID,
            "no_receiver",
            "Vonage takes numbers of 7 to 15 digits.");

    private final Api api;
    private final ApiChoice kind;

    VonageSender(ApiChoice kind, Api api) {
        this.kind = kind;
        this.api = api;
    }

    SendOutcome send(OutboundText text) {
        try {
            return objection(text).orElseGet(() -> api.send(text, VonageNumber.write(text.from().orElseThrow())));
        } catch (NoMessage answer) {
            return answer.outcome();
        }
    }

    private Optional<SendOutcome> objection(OutboundText text) {
        if (text.from().isEmpty()) {
            return Optional.of(NO_SENDER);
        }
        if (!VonageNumber.isDialable(text.to())) {
            return Optional.of(NO_RECEIVER);
        }
        return text.body().length() > kind.longestText() ? Optional.of(tooLong(text)) : Optional.empty();
    }

    private SendOutcome tooLong(OutboundText text) {
        return SendOutcome.refused(
                Reason.REQUEST_INVALID,
                "too_long",
                "The text has " + text.body().length() + " characters (emoji count twice), and Vonage's API " + kind.word()
                        + " takes " + kind.longestText() + ".");
    }
}
