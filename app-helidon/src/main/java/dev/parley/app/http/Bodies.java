package dev.parley.app.http;

import dev.parley.app.json.Json;
import dev.parley.ports.Result;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads bodies, within limits. Thread-safe. */
final class Bodies {

    private static final Set<String> JSON = Set.of("application/json");
    private static final Set<String> MERGE_PATCH = Set.of("application/json", "application/merge-patch+json");

    private static final String CHARSET = "charset=";

    private final ApiConfig config;

    Bodies(ApiConfig config) {
        this.config = config;
    }

    /**
     * The body, in the form that the route takes.
     *
     * @throws HttpException when it is too large or of another type
     */
    Result<Call.Content> read(Endpoint.Takes takes, ServerRequest request) {
        return switch (takes) {
            case NOTHING -> Result.ok(new Call.Content.None());
            case WEBHOOK -> Result.ok(new Call.Content.Raw(bytes(request, config.largestWebhook())));
            case JSON -> json(request, JSON);
            case MERGE_PATCH -> json(request, MERGE_PATCH);
        };
    }

    private Result<Call.Content> json(ServerRequest request, Set<String> types) {
        if (request.headers().all(HeaderNames.CONTENT_TYPE, List::of).stream().filter(type -> isOneOf(types, type)).count() != 1) {
            throw new HttpException("No JSON", Status.UNSUPPORTED_MEDIA_TYPE_415, true);
        }
        return Json.readObject(bytes(request, config.largestRequest())).map(Call.Content.Json::new);
    }

    private static boolean isOneOf(Set<String> types, String contentType) {
        List<String> parts =
                Arrays.stream(contentType.toLowerCase(Locale.ROOT).replace("\"", "").split(";", -1)).map(String::strip).toList();
        return types.contains(parts.getFirst()) && parts.stream().filter(p -> p.startsWith(CHARSET)).allMatch((CHARSET + "utf-8")::equals);
    }

    private static byte[] bytes(ServerRequest request, int limit) {
        try {
            // Not closed here: closing reads on, and after a failure there is nothing more to read.
            InputStream in = request.content().inputStream();
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                // Read to the end, which the listener bounds: who is still sending would not hear our answer.
                in.transferTo(OutputStream.nullOutputStream());
                throw new HttpException("Too large", Status.REQUEST_ENTITY_TOO_LARGE_413, true);
            }
            return bytes;
        } catch (IOException | DataReader.InsufficientDataAvailableException | DataReader.IncorrectNewLineException incomplete) {
            throw new HttpException("No end", Status.BAD_REQUEST_400, incomplete, false);
        }
    }
}
