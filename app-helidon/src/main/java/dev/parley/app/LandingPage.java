package dev.parley.app;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What a person sees who opens the server's address in a browser: what there is. Thread-safe. */
final class LandingPage implements HttpService {

    static final String PATH = "/console";

    private static final String RESOURCE = "console.html";

    private final byte[] page = read();

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", LandingPage::redirect).get(PATH, this::show);
    }

    private static void redirect(ServerRequest request, ServerResponse response) {
        response.status(Status.TEMPORARY_REDIRECT_307).header(HeaderNames.LOCATION, PATH).send();
    }

    private void show(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .send(page);
    }

    private static byte[] read() {
        try (InputStream resource = Optional.ofNullable(LandingPage.class.getResourceAsStream(RESOURCE)).orElseThrow()) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
