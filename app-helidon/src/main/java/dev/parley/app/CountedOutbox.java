package dev.parley.app;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import java.util.function.Consumer;

/**
 * An outbox that tells somebody about every fate that is stored.
 *
 * @param outbox the outbox
 * @param told who is told
 */
record CountedOutbox(Outbox outbox, Consumer<SendFate> told) implements Outbox {

    @Override
    public Begun begin(OutboundDraft draft) {
        return outbox.begin(draft);
    }

    @Override
    public Resumed resume(Claim claim) {
        return outbox.resume(claim);
    }

    @Override
    public Leave mayLeave(Claim claim) {
        return outbox.mayLeave(claim);
    }

    @Override
    public boolean finish(Claim claim, SendFate fate) {
        boolean isStored = outbox.finish(claim, fate);
        if (isStored) {
            told.accept(fate);
        }
        return isStored;
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        outbox.report(organization, connection, report);
    }
}
