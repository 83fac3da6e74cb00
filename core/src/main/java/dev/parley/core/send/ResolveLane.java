package dev.parley.core.send;

import dev.parley.core.work.Backoff;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.Reports;
import dev.parley.core.world.World;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.SendLookup.Answer;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.ports.work.Claim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Finds out whether texts went of which nobody knows: asks the provider where it can be asked, waits for its report where it cannot,
 * and when both have failed does as the connection wants. Never hands a text over again that might still be found. Thread-safe.
 */
public final class ResolveLane implements WorkHandler {

    private static final Logger LOG = System.getLogger(ResolveLane.class.getName());

    /** With the first look after 10 seconds: after 30, after 75, and once more a quarter of an hour later. */
    private static final Backoff BETWEEN_LOOKS = Backoff.ofSeconds(20, 45, 900);

    /** So often in vain, and the provider is believed not to have it. */
    private static final int ENOUGH_MISSES = 3;

    private static final Backoff WHILE_NOT_TOLD = Backoff.ofSeconds(10, 30, 60, 300);
    private static final Duration LONGEST_SEARCH = Duration.ofHours(4);

    /** In what time an answer is stored that is on its way. */
    private static final Duration ANSWER_COMES = Duration.ofSeconds(5);

    private static final Answer ONLY_A_REPORT_CAN_TELL = new Answer.NotFound();

    private final World world;
    private final LostSends lostSends;
    private final Courier courier;
    private final Handover handover;

    /** Takes who goes to the provider, and who knows what to take there. */
    public ResolveLane(World world, Courier courier, Handover handover) {
        this.world = world;
        this.lostSends = world.traffic().lostSends();
        this.courier = courier;
        this.handover = handover;
    }

    @Override
    public void handle(Claim claim) {
        lostSends.find(claim)
                .ifPresent(
                        lost -> world.setup()
                                .connections()
                                .find(claim.key().organization(), lost.message().header().connection())
                                .ifPresentOrElse(connection -> look(claim, lost, connection), () -> lostSends.giveUp(claim)));
    }

    @Override
    public void giveUp(Claim claim) {
        lostSends.giveUp(claim);
    }

    private void look(Claim claim, LostSend lost, Connection connection) {
        switch (ask(lost, connection)) {
            case Answer.Found(var texts) -> take(claim, lost, connection, texts.stream().map(Reports::found).toList());
            case Answer.NotFound _ -> missed(claim, lost, connection);
            case Answer.Unavailable(var detail) -> notTold(claim, lost, detail);
        }
    }

    private Answer ask(LostSend lost, Connection connection) {
        try {
            return world.peers().providers().open(connection) instanceof SendLookup able
                    ? Objects.requireNonNull(able.lookUp(searched(lost, handover.parcel(lost.message(), connection).text())))
                    : ONLY_A_REPORT_CAN_TELL;
        } catch (IllegalArgumentException unusable) {
            return new Answer.Unavailable(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: what it throws says nothing about the text.
            LOG.log(Level.ERROR, "provider {0} threw while looking a text up: {1}", connection.provider(), Culprit.of(bugOfTheAdapter));
            return new Answer.Unavailable("the adapter failed");
        }
    }

    private static SearchedText searched(LostSend lost, OutboundText text) {
        return new SearchedText(text.id(), text.from(), text.to(), text.body(), lost.handedOver());
    }

    private void take(Claim claim, LostSend lost, Connection connection, List<StatusReport> texts) {
        switch (lostSends.adopt(claim, texts)) {
            case ADOPTED -> LOG.log(Level.INFO, "the provider has text {0}, found by look {1}", lost.message().id(), lost.misses() + 1);
            case NONE_FREE -> missed(claim, lost, connection);
            case CONTESTED -> world.traffic().work().postpone(claim, ANSWER_COMES);
            case OVER -> LOG.log(Level.DEBUG, "the fate of text {0} is known meanwhile", lost.message().id());
        }
    }

    private void missed(Claim claim, LostSend lost, Connection connection) {
        int misses = lost.misses() + 1;
        boolean isWanted = UnknownSends.of(connection) == UnknownSends.AT_LEAST_ONCE && !lost.isHandedOverAgain();
        if (misses >= ENOUGH_MISSES && isWanted && lostSends.beginAgain(claim)) {
            again(claim, lost, connection);
        } else if (BETWEEN_LOOKS.isOver(misses - 1)) {
            lostSends.giveUp(claim);
            LOG.log(Level.WARNING, "nobody knows whether text {0} went: it stays unknown", lost.message().id());
        } else {
            lostSends.missed(claim, BETWEEN_LOOKS.after(misses - 1));
        }
    }

    /** As far as anybody can tell it did not go. */
    private void again(Claim claim, LostSend lost, Connection connection) {
        LOG.log(Level.WARNING, "text {0} is handed over again, and may have gone twice", lost.message().id());
        Parcel parcel = handover.parcel(lost.message(), connection);
        SendFate fate = courier.deliver(parcel, claim.attempts());
        try {
            lostSends.finishAgain(claim, fate, LostSends.FIRST_LOOK);
        } catch (StoreUnavailable later) {
            // It is searched for on, and not handed over a third time.
            LOG.log(Level.WARNING, "what became of {0} could not be stored: {1}", lost.message().id(), later.getMessage());
        }
    }

    private void notTold(Claim claim, LostSend lost, String detail) {
        if (world.nature().clock().instant().isAfter(lost.handedOver().plus(LONGEST_SEARCH))) {
            lostSends.giveUp(claim);
            return;
        }
        LOG.log(Level.INFO, "text {0} cannot be looked up just now: {1}", lost.message().id(), detail);
        world.traffic().work().postpone(claim, WHILE_NOT_TOLD.after(claim.attempts()));
    }
}
