package dev.parley.core.intake;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.work.Claim;
import java.util.Optional;

/**
 * Joins texts that came in parts, and takes them like any other. Whoever dies between the steps leaves the work due: the parts are
 * the same then, and a text that was taken already is known by its name. Thread-safe.
 */
public final class JoinLane implements WorkHandler {

    private final World world;
    private final TextIntake texts;

    /** Takes whom to wake. */
    public JoinLane(World world, Dispatcher dispatcher) {
        this.world = world;
        this.texts = new TextIntake(world, dispatcher);
    }

    @Override
    public void handle(Claim claim) {
        LongTexts longTexts = world.traffic().longTexts();
        longTexts.gather(claim).ifPresent(text -> {
            take(claim.key().organization(), text);
            longTexts.finish(claim);
        });
    }

    /** What has come is shown as it came. */
    @Override
    public void giveUp(Claim claim) {
        LongTexts longTexts = world.traffic().longTexts();
        longTexts.gather(claim).ifPresent(text -> {
            text.parts().forEach(part -> texts.keepAside(claim.key().organization(), text.connection(), part));
            longTexts.finish(claim);
        });
    }

    private void take(OrganizationId organization, LongText text) {
        Optional<Connection> connection = world.setup().connections().find(organization, text.connection());
        for (InboundText whole : Joining.join(text.parts())) {
            connection.ifPresentOrElse(
                    c -> texts.take(new Received(c, whole, world.nature().clock().instant())),
                    () -> texts.takeFromNowhere(organization, text.connection(), whole));
        }
    }
}
