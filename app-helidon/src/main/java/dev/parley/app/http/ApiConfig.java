package dev.parley.app.http;

import java.net.URI;

/**
 * What the HTTP side is told. Immutable.
 *
 * @param publicUrl the base URL as carriers and browsers see it; never taken from a request
 * @param largestWebhook how many bytes a webhook's body may have
 * @param largestRequest how many bytes the body of a request to the API may have
 */
public record ApiConfig(URI publicUrl, int largestWebhook, int largestRequest) {

    private static final int LARGEST_WEBHOOK = 64 * 1024;
    private static final int LARGEST_REQUEST = 256 * 1024;

    /** The usual limits. */
    public static ApiConfig at(URI publicUrl) {
        return new ApiConfig(publicUrl, LARGEST_WEBHOOK, LARGEST_REQUEST);
    }

    /** The address of something here, as the outside sees it. */
    String publicAddress(String pathAndQuery) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + pathAndQuery;
    }
}
