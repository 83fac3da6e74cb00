package dev.parley.core.simulation;

import dev.parley.core.simulation.Offer.Talk;
import dev.parley.ports.MessageId;
import dev.parley.ports.Result;
import dev.parley.ports.Variables;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words.Generated;
import dev.parley.ports.in.SendCommand.Words.Raw;
import dev.parley.ports.message.OutboundMessage;
import java.time.Duration;
import java.util.Optional;

/**
 * Programs of businesses that have texts sent: again under the same identity until they hear what became of it.
 *
 * @param stage where they stand
 * @param nodes whom they ask
 */
record Callers(Stage stage, Nodes nodes) {

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(10);

    /** Somebody has a text sent. */
    void begin(Talk talk) {
        String body = Population.canary(talk.tenant()) + " order " + stage.ledger.orders.size();
        var command = new SendCommand(
                new MessageId(stage.ids.next()),
                talk.tenant().id(),
                talk.contact(),
                Optional.of(talk.tenant().ours()),
                Optional.empty(),
                Optional.empty(),
                words(body));
        stage.ledger.orders.put(command.id(), command.words() instanceof Raw(var own) ? Optional.of(own) : Optional.empty());
        stage.outside(() -> {
            stage.scheduler.sleep(stage.chance.upTo(WITHIN));
            insist(command);
        });
    }

    /** An answer to a caller is short of time, so a model that thinks for him is asked beside him. */
    private SendCommand.Words words(String body) {
        return stage.chance.hits(0.7) ? new Raw(body) : new Generated(Optional.empty(), Optional.of(body), Variables.NONE);
    }

    private void insist(SendCommand command) {
        while (!isAnswered(command)) {
            stage.scheduler.sleep(stage.chance.upTo(BEFORE_NEXT_TRY));
        }
    }

    private boolean isAnswered(SendCommand command) {
        Optional<Result<OutboundMessage>> result = nodes.any().ask(core -> core.texts().send().send(command));
        stage.note("caller", () -> "sends " + Brief.of(command.id()) + " to " + command.to() + " -> " + result);
        result.ifPresent(_ -> stage.ledger.answered.add(command.id()));
        return result.isPresent();
    }
}
