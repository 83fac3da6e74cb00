package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads requests of HTTP/1.1 from a connection, one after the other. For one thread. */
final class RequestReader {

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** What comes next on a connection. */
    sealed interface Next {

        /** A whole request. */
        record Request(Received received) implements Next {}

        /** Nothing more. */
        record End() implements Next {}
    }

    Next next() throws IOException {
        String start = line();
        String[] words = start.split(" ", -1);
        if (words.length < 3) {
            return new Next.End();
        }
        List<Parameter> headers = Stream.generate(this::header).takeWhile(h -> !h.name().isEmpty()).toList();
        var head = new Received(words[0], words[1], headers, "");
        if (head.header("Expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return new Next.Request(new Received(words[0], words[1], headers, new String(body(head), StandardCharsets.UTF_8)));
    }

    private byte[] body(Received head) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks();
        }
        return in.readNBytes(head.header("Content-Length").map(Integer::valueOf).orElse(0));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private Parameter header() {
        try {
            String[] pair = line().split(":", 2);
            return new Parameter(pair[0], pair.length < 2 ? "" : pair[1].strip());
        } catch (IOException _) {
            return new Parameter("", "");
        }
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
