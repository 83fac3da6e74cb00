package dev.parley.webhook;

import dev.parley.ports.notify.PostOutcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Why there is no answer, in words that a customer may see: nothing in them says what our network looks like. */
enum Fault {
    NOT_ALLOWED("address not allowed"),
    NOT_RESOLVED("could not be resolved"),
    REFUSED("connection refused"),
    NOT_REACHED("could not be reached"),
    TLS_FAILED("TLS failed"),
    TIMED_OUT("timed out"),
    CUT_SHORT("connection closed"),
    NOT_HTTP("not an HTTP answer"),
    STOPPED("stopped on our side");

    private record Sign(Class<? extends Exception> exception, Fault fault) {}

    /** What an exception is a sign of; the first that fits. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(SSLException.class, TLS_FAILED),
            new Sign(SocketTimeoutException.class, TIMED_OUT),
            new Sign(NoRouteToHostException.class, NOT_REACHED),
            new Sign(ConnectException.class, REFUSED),
            new Sign(TruncatedChunkException.class, CUT_SHORT),
            new Sign(MalformedChunkCodingException.class, NOT_HTTP),
            new Sign(MessageConstraintException.class, NOT_HTTP),
            new Sign(HttpException.class, NOT_HTTP),
            new Sign(IllegalArgumentException.class, NOT_HTTP));

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** What an exception of socket, TLS or HTTP means. */
    static Fault of(Exception exception) {
        return SIGNS.stream().filter(sign -> sign.exception().isInstance(exception)).map(Sign::fault).findFirst().orElse(CUT_SHORT);
    }

    PostOutcome.Failed outcome() {
        return new PostOutcome.Failed(words);
    }
}
