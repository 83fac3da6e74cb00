package dev.parley.core.intake;

import dev.parley.core.world.World;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;

/** Keeps a record of webhooks that were not believed, so that somebody can find out what to change. Thread-safe. */
final class Forgeries {

    private static final Logger LOG = System.getLogger(Forgeries.class.getName());
    private static final int WRITERS = 2;

    private final World world;
    private final Semaphore writers = new Semaphore(WRITERS);

    Forgeries(World world) {
        this.world = world;
    }

    /** Strangers must not keep the database busy: of many at once some are left out, since each says what the others say. */
    void record(Connection connection, WebhookRequest request, Verdict verdict) {
        if (!writers.tryAcquire()) {
            return;
        }
        try {
            world.traffic().signatureFailures().record(failure(connection, request, verdict));
        } catch (StoreUnavailable lost) {
            LOG.log(Level.WARNING, "a signature failure of connection {0} could not be stored", connection.id());
        } finally {
            writers.release();
        }
    }

    private SignatureFailure failure(Connection connection, WebhookRequest request, Verdict verdict) {
        Verdict.Forged forged = forged(verdict);
        return new SignatureFailure(
                world.nature().ids().next(),
                connection.organization(),
                connection.id(),
                withoutQuery(request.publicUrl()),
                forged.why(),
                forged.expectedUrls().stream().map(Forgeries::withoutQuery).distinct().toList(),
                forged.matchingUrl().map(Forgeries::withoutQuery),
                world.nature().clock().instant());
    }

    private static Verdict.Forged forged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine _ -> throw new IllegalStateException("a genuine webhook is no forgery");
            case Verdict.Forged forged -> forged;
            case Verdict.NotConfigured(var missing) ->
                    Verdict.Forged.because("the connection has no " + missing + " to check webhooks with");
            case Verdict.Undecided(var why) -> Verdict.Forged.because(why);
        };
    }

    /** The query of a webhook by GET is what somebody wrote, and nobody has shown that this connection may read it. */
    private static String withoutQuery(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
