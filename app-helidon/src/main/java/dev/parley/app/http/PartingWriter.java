package dev.parley.app.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;

/**
 * Ends the connection when there is nobody left to write to: that is no fault of ours, to be answered and logged. Used by one
 * thread at a time.
 */
final class PartingWriter implements DataWriter {

    private final DataWriter socket;

    PartingWriter(DataWriter socket) {
        this.socket = socket;
    }

    @Override
    public void write(BufferData...buffers) {
        orPart(() -> socket.write(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        orPart(() -> socket.write(buffer));
    }

    @Override
    public void writeNow(BufferData...buffers) {
        orPart(() -> socket.writeNow(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        orPart(() -> socket.writeNow(buffer));
    }

    private static void orPart(Runnable writing) {
        try {
            writing.run();
        } catch (UncheckedIOException gone) {
            throw new CloseConnectionException("The client went away", gone);
        }
    }
}
