package dev.parley.core.send;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** An outbox with time between the writing down of a text and the last look before its request: once, something happens then. */
record LateOutbox(Outbox outbox, AtomicReference<Optional<Runnable>> meanwhile) implements Outbox {

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
        meanwhile.getAndSet(Optional.empty()).ifPresent(Runnable::run);
        return outbox.mayLeave(claim);
    }

    @Override
    public boolean finish(Claim claim, SendFate fate) {
        return outbox.finish(claim, fate);
    }

    @Override
    public void report(OrganizationId organization, ConnectionId connection, StatusReport report) {
        outbox.report(organization, connection, report);
    }
}
