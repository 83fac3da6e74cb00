package dev.parley.core;

import dev.parley.core.agent.AgentDesk;
import dev.parley.core.compose.Composer;
import dev.parley.core.connection.ConnectionDesk;
import dev.parley.core.connection.NumberDesk;
import dev.parley.core.conversation.Reading;
import dev.parley.core.conversation.Simulation;
import dev.parley.core.intake.CatchUpLane;
import dev.parley.core.intake.CatchUpRounds;
import dev.parley.core.intake.JoinLane;
import dev.parley.core.intake.Listeners;
import dev.parley.core.intake.QuarantineDesk;
import dev.parley.core.intake.Reception;
import dev.parley.core.intake.Safekeeping;
import dev.parley.core.notify.DeliveryDesk;
import dev.parley.core.notify.InlineReply;
import dev.parley.core.notify.Notifier;
import dev.parley.core.notify.NotifyLane;
import dev.parley.core.organization.Keys;
import dev.parley.core.organization.Tenants;
import dev.parley.core.reply.ReplyLane;
import dev.parley.core.reply.ReplyWriter;
import dev.parley.core.send.Courier;
import dev.parley.core.send.Handover;
import dev.parley.core.send.PaceLane;
import dev.parley.core.send.ResolveLane;
import dev.parley.core.send.ScheduleLane;
import dev.parley.core.send.Scheduling;
import dev.parley.core.send.SendLane;
import dev.parley.core.send.TextSending;
import dev.parley.core.send.Wording;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The whole of core, put together. Offers its use cases at once; texts are answered from {@link #start} to {@link #stop}.
 * Thread-safe.
 */
public final class Core {

    private final World world;
    private final Dispatcher dispatcher;
    private final Composer composer;
    private final Courier courier;
    private final Handover handover;
    private final Safekeeping safekeeping;
    private final Listeners listeners;
    private final CatchUpRounds catchUps;

    /** Puts core together over the world that it is given. */
    public Core(World world) {
        this.world = world;
        this.dispatcher = new Dispatcher(world.traffic().work(), world.nature().tasks());
        this.composer = new Composer(world);
        this.safekeeping = new Safekeeping(world, dispatcher);
        this.courier = new Courier(world, dispatcher);
        this.handover = new Handover(world, dispatcher, courier, safekeeping.optOuts()::hold);
        this.listeners = new Listeners(world, safekeeping);
        this.catchUps = new CatchUpRounds(world, safekeeping);
    }

    /** Everything that the outside may ask. */
    public UseCases useCases() {
        return new UseCases(
                new Tenants(world).useCases(),
                new Keys(world).useCases(),
                new ConnectionDesk(world).useCases(),
                new NumberDesk(world).useCases(),
                new AgentDesk(world).useCases(),
                texts(),
                carriers(),
                new DeliveryDesk(world, dispatcher).useCases());
    }

    private UseCases.Texts texts() {
        var reading = new Reading(world);
        var wording = new Wording(world, composer);
        return new UseCases.Texts(
                new TextSending(world, dispatcher, handover, wording),
                reading::message,
                world.traffic().messages()::list,
                reading::conversation,
                world.traffic().conversations()::list,
                new Simulation(world),
                new Scheduling(world, dispatcher, wording));
    }

    private UseCases.Carriers carriers() {
        var quarantine = new QuarantineDesk(world, dispatcher);
        return new UseCases.Carriers(
                new Reception(world, safekeeping),
                quarantine::list,
                world.traffic().signatureFailures()::list,
                quarantine::get,
                quarantine::replay);
    }

    /** Begins to work, with whatever an earlier run left undone. */
    public void start() {
        var writer = new ReplyWriter(world, composer, handover);
        var sends = new SendLane(world, handover);
        dispatcher.start(Map.of(
                WorkKind.REPLY, new ReplyLane(world, dispatcher, writer, new Notifier(world, dispatcher)),
                WorkKind.SEND, sends,
                WorkKind.PACE, new PaceLane(world, dispatcher, sends),
                WorkKind.NOTIFY, new NotifyLane(world, dispatcher, new InlineReply(world, handover)),
                WorkKind.JOIN, new JoinLane(world, dispatcher),
                WorkKind.RESOLVE, new ResolveLane(world, courier, handover),
                WorkKind.CATCH_UP, new CatchUpLane(world, safekeeping),
                WorkKind.SCHEDULE, new ScheduleLane(world, dispatcher, handover, new Wording(world, composer))));
        safekeeping.start();
        listeners.start();
        catchUps.start();
    }

    /** Begins no more work that nobody waits for; what has begun goes on, and what is asked is still answered. */
    public void pause() {
        dispatcher.pause();
    }

    /**
     * Stops listening, takes no more work, and waits for what is being done.
     *
     * @return whether everything was done in time; what was not is taken up again by the next start
     */
    public boolean stop(Duration patience) throws InterruptedException {
        Instant end = world.nature().clock().instant().plus(patience);
        catchUps.stop();
        listeners.stop(patience);
        safekeeping.stop();
        Duration rest = Duration.between(world.nature().clock().instant(), end);
        return dispatcher.stop(rest.isPositive() ? rest : Duration.ZERO);
    }
}
