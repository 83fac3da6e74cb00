package dev.parley.core.send;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.work.Claim;
import java.util.concurrent.atomic.AtomicInteger;

/** An outbox whose database is busy whenever the fate of a send is to be stored, so many times. */
record BusyOutbox(Outbox outbox, AtomicInteger busy) implements Outbox {

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
        if (busy.getAndDecrement() > 0) {
            throw new StoreUnavailable("busy", new IllegalStateException());
        }
        return outbox.finish(claim, fate);
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        outbox.report(organization, connection, report);
    }
}
