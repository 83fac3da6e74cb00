package dev.parley.app.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads requests where Helidon's reader lets things pass: chunk sizes with a sign, chunk lines without end, and chunks that
 * are longer than they say. Used by one thread at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunked transfer coding</a>
 */
final class StrictReader extends DataReader {

    private static final int LONGEST_CHUNK_LINE = 16;
    private static final Pattern SIZE = Pattern.compile("[0-9A-Fa-f]{1,8}");
    private static final Pattern NO_SIZE = Pattern.compile("0+");

    private final BooleanSupplier isOver;
    private boolean isChunkDue;
    private boolean isEndDue;
    private boolean isChunkRead;

    /**
     * Reads from a source.
     *
     * @param isOver whether the last request was answered: then no other is looked for, whatever was sent
     */
    StrictReader(Supplier<byte[]> source, BooleanSupplier isOver) {
        super(source);
        this.isOver = isOver;
    }

    @Override
    public int findNewLine(int max) {
        if (isOver.getAsBoolean()) {
            throw new CloseConnectionException("The last answer was given");
        }
        return super.findNewLine(max);
    }

    /** Reads the size of a chunk, or the empty line after the last one: Helidon asks for nothing else by this method. */
    @Override
    public String readLine() {
        int end = findNewLine(LONGEST_CHUNK_LINE);
        String line = end < LONGEST_CHUNK_LINE ? readAsciiString(end) : "too long";
        if (isEndDue ? !line.isEmpty() : !SIZE.matcher(line).matches()) {
            throw brokenChunk();
        }
        super.skip(2);
        isEndDue = !isEndDue && NO_SIZE.matcher(line).matches();
        isChunkDue = !line.isEmpty() && !isEndDue;
        return line;
    }

    @Override
    public BufferData readBuffer(int length) {
        BufferData data = super.readBuffer(length);
        isChunkRead = isChunkDue;
        isChunkDue = false;
        return data;
    }

    @Override
    public void skip(int length) {
        if (isChunkRead && !startsWithNewLine()) {
            throw brokenChunk();
        }
        isChunkRead = false;
        super.skip(length);
    }

    private static RequestException brokenChunk() {
        return RequestException.builder().type(EventType.BAD_REQUEST).setKeepAlive(false).build();
    }
}
