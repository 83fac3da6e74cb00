package dev.parley.vonage;

import dev.parley.ports.spi.SendOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/**
 * Makes each request of Vonage's library once, over {@link Wire}. The library's own transport has no limit for a whole answer,
 * and what the library makes of an answer that is no success has lost its status and its headers: here such an answer
 * never reaches it. Apache's client is a type here and nothing else, so that none of its loggers sees a request. Thread-safe.
 */
final class OneShotTransport extends CloseableHttpClient {

    private final Wire wire;
    private final Function<Answer, SendOutcome> refusals;

    /** Takes what to make of an answer that is no success. */
    OneShotTransport(Wire wire, Function<Answer, SendOutcome> refusals) {
        this.wire = wire;
        this.refusals = refusals;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, org.apache.http.HttpRequest request, HttpContext context)
            throws IOException {
        TracedBody body = new TracedBody(BodyPublishers.ofByteArray(body(request)));
        Answer answer = wire.exchange(post(request, body), body);
        if (!answer.isSuccess()) {
            throw new NoMessage(refusals.apply(answer));
        }
        return new Received(answer);
    }

    private static byte[] body(org.apache.http.HttpRequest request) throws IOException {
        return request instanceof HttpEntityEnclosingRequest enclosing ? EntityUtils.toByteArray(enclosing.getEntity()) : new byte[0];
    }

    private static HttpRequest post(org.apache.http.HttpRequest request, TracedBody body) {
        URI uri = ((HttpUriRequest) request).getURI();
        HttpRequest.Builder post = HttpRequest.newBuilder(uri).POST(body);
        for (Header header : request.getAllHeaders()) {
            post.setHeader(header.getName(), header.getValue());
        }
        return post.build();
    }

    /** An answer as the library wants to see it. */
    private static final class Received extends BasicHttpResponse implements CloseableHttpResponse {

        Received(Answer answer) {
            super(HttpVersion.HTTP_1_1, answer.status(), "");
            HttpEntity text = new StringEntity(answer.body(), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8));
            setEntity(text);
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {}

    @Override @Deprecated
    public HttpParams getParams() {
        throw new UnsupportedOperationException("deprecated, and never asked by the library of Vonage");
    }

    @Override @Deprecated
    public ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException("deprecated, and never asked by the library of Vonage");
    }
}
