package dev.parley.core.intake;

import dev.parley.core.intake.TextIntake.Fate;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.in.ReplayQuarantined.Replayed;
import dev.parley.ports.out.Quarantine;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.util.Optional;
import java.util.UUID;

/** Authentic texts that no agent could take: seeing them, and taking them once somebody can. Thread-safe. */
public final class QuarantineDesk {

    private final World world;
    private final Quarantine quarantine;
    private final TextIntake texts;

    /** Takes whom to wake. */
    public QuarantineDesk(World world, Dispatcher dispatcher) {
        this.world = world;
        this.quarantine = world.traffic().quarantine();
        this.texts = new TextIntake(world, dispatcher);
    }

    /** Those of an organization. */
    public Page<QuarantinedText> list(OrganizationId organization, PageRequest page) {
        return quarantine.list(organization, page);
    }

    /** One of them. */
    public Result<QuarantinedText> get(OrganizationId organization, UUID id) {
        return quarantine.find(organization, id).map(Result::ok).orElseGet(() -> Result.rejected(Rejection.notFound("quarantined text")));
    }

    /** Takes one of them like any other text; whoever dies halfway leaves it here, and finds it taken the next time. */
    public Result<Replayed> replay(OrganizationId organization, UUID id) {
        return get(organization, id).then(held -> switch (take(held)) {
            case Fate.Stored(MessageId message) -> taken(new Replayed(held, Optional.of(message)));
            case Fate.Known() -> taken(new Replayed(held, Optional.empty()));
            case Fate.Nobodys(var why) -> Result.rejected(Rejection.of(Kind.CONFLICT, why, "Still nobody can take it: " + words(why)));
        });
    }

    private Fate take(QuarantinedText held) {
        Optional<Connection> connection = world.setup().connections().find(held.organization(), held.connection());
        return connection.map(c -> texts.deliver(new Received(c, text(held), held.receivedAt())))
                .orElseGet(() -> new Fate.Nobodys("no_connection"));
    }

    private Result<Replayed> taken(Replayed replayed) {
        quarantine.remove(replayed.text().organization(), replayed.text().id());
        return Result.ok(replayed);
    }

    private static InboundText text(QuarantinedText held) {
        return new InboundText(
                held.providerMessageId(),
                held.from(),
                held.to(),
                held.body(),
                held.media(),
                Optional.empty(),
                Optional.empty());
    }

    private static String words(String why) {
        return switch (why) {
            case "no_connection" -> "the connection that brought it was removed.";
            case "no_agent" -> "the number that it was sent to has no agent.";
            case "odd_sender" -> "its sender is no address that can be texted.";
            default -> "no number of this connection is the one that it was sent to.";
        };
    }
}
