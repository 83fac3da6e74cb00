package dev.parley.core.send;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.out.Pacing.Turn;
import dev.parley.ports.work.Claim;

/** Lets one text after the other of a number go, as far apart as its provider wants them. Holds no thread while they wait. */
public final class PaceLane implements WorkHandler {

    private final World world;
    private final Dispatcher dispatcher;
    private final SendLane sends;

    /** Takes who sends them and who comes back to the next. */
    public PaceLane(World world, Dispatcher dispatcher, SendLane sends) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.sends = sends;
    }

    @Override
    public void handle(Claim claim) {
        switch (world.traffic().pacing().next(claim)) {
            case Turn.Go(var message, var send, var gap) -> {
                dispatcher.wake(claim.key(), gap);
                dispatcher.hand(send, mine -> sends.go(mine, message));
            }
            case Turn.Wait(var time) -> dispatcher.wake(claim.key(), time);
            case Turn.Over _ -> {}
        }
    }

    /** Many texts stand in a queue: those who stopped while they looked into it are no reason to forget them. */
    @Override
    public void giveUp(Claim claim) {
        handle(claim);
    }
}
