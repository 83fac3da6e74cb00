package dev.parley.bench.load;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody who texts, waits for the reply, and texts again as the next contact. Of one thread. */
final class Talker implements Crowd.Step {

    private static final int PATIENCE_SECONDS = 30;

    private final Ready ready;
    private final Wire wire;

    Talker(Ready ready) throws IOException {
        this.ready = ready;
        wire = new Wire(ready.server().port());
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Texts.Text text = ready.texts().next();
        var arrived = new CountDownLatch(1);
        ready.carrier().expect(text.contact(), arrived::countDown);
        ready.bring(wire, text);
        if (!arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a text was not answered within " + PATIENCE_SECONDS + " s");
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
