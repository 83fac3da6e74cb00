package dev.parley.app.http;

import dev.parley.app.json.Json;
import dev.parley.ports.Result;
import io.helidon.http.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code /openapi}: what this API is, for programs. Thread-safe. */
final class OpenApiRoutes {

    private static final String DOCUMENT = "/openapi.yaml";

    List<Endpoint> endpoints() {
        return List.of(Endpoint.open(Method.GET, "/openapi", Endpoint.Takes.NOTHING, this::document));
    }

    private Result<Reply> document(Call call) {
        boolean wantsJson = call.header("Accept").stream().anyMatch(accept -> accept.toLowerCase(Locale.ROOT).contains("json"));
        String yaml = yaml();
        Reply reply = wantsJson ? Reply.json(200, Json.tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml))) : new Reply(
                200,
                Map.of("Content-Type", "application/yaml"),
                yaml);
        return Result.ok(reply.with("Vary", "Accept"));
    }

    private static String yaml() {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException("The server was packed without " + DOCUMENT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
