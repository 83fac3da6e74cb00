package dev.parley.vonage;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that knows whether any of it may have left. The client asks for it once it is connected and TLS is agreed upon: what
 * fails before that has not reached Vonage, whatever the exception is called.
 */
final class TracedBody implements BodyPublisher {

    private final BodyPublisher body;
    private final AtomicBoolean asked = new AtomicBoolean();

    TracedBody(BodyPublisher body) {
        this.body = body;
    }

    /** Whether the client has begun to send it. */
    boolean mayHaveLeft() {
        return asked.get();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        asked.set(true);
        body.subscribe(subscriber);
    }
}
