package dev.parley.app.http;

import java.net.URI;
import java.time.Duration;

/**
 * What the HTTP side is told. Immutable.
 *
 * @param publicUrl the base URL as carriers and browsers see it; never taken from a request
 * @param largestWebhook how many bytes a webhook's body may have
 * @param largestRequest how many bytes the body of a request to the API may have
 * @param slowestRequest how long a request may take to arrive, from its first byte to its last
 */
public record ApiConfig(URI publicUrl, int largestWebhook, int largestRequest, Duration slowestRequest) {

    private static final int LARGEST_WEBHOOK = 64 * 1024;
    private static final int LARGEST_REQUEST = 256 * 1024;
    private static final Duration SLOWEST_REQUEST = Duration.ofSeconds(10);

    /** The usual limits. */
    public static ApiConfig at(URI publicUrl) {
        return new ApiConfig(publicUrl, LARGEST_WEBHOOK, LARGEST_REQUEST, SLOWEST_REQUEST);
    }

    /** The same with another limit for slow requests. */
    ApiConfig withSlowestRequest(Duration slowest) {
        return new ApiConfig(publicUrl, largestWebhook, largestRequest, slowest);
    }

    /** The address of something here, as the outside sees it. */
    String publicAddress(String pathAndQuery) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + pathAndQuery;
    }
}
