package dev.parley.testkit.provider;

import dev.parley.ports.Encoding;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A connection to Acme that can be asked: {@code GET /v1/log} answers {@code {"texts":[{"id":…}]}}. */
final class AskedAcme extends Acme implements SendLookup, InboundHistory {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final Fault fault;
    private final URI log;

    AskedAcme(Fault fault, ProviderSetup setup) {
        super(fault, setup);
        this.fault = fault;
        this.log = URI.create(setup.baseUrl("https://api.acme.example") + "/v1/log");
    }

    @Override
    public SendLookup.Answer lookUp(SearchedText text) {
        if (fault == Fault.SENDS_TO_LOOK_UP) {
            send(new OutboundText(text.id(), text.from(), text.to(), text.body(), Encoding.GSM_7, Sample.STATUS_URL));
            return new SendLookup.Answer.Unavailable("sent");
        }
        Optional<List<String>> listed = listed();
        if (listed.isEmpty()) {
            return fault == Fault.SILENCE_IS_NOT_FOUND ? new SendLookup.Answer.NotFound() : new SendLookup.Answer.Unavailable("silence");
        }
        return listed.get().isEmpty() ? new SendLookup.Answer.NotFound()
                : new SendLookup.Answer.Found(
                        listed.get().stream().map(id -> DeliveryReport.of(id, DeliveryReport.Status.SENT)).toList());
    }

    @Override
    public InboundHistory.Answer received(Period period) {
        if (fault == Fault.ASKS_TWICE) {
            var _ = listed();
        }
        boolean isTold = listed().isPresent() || fault == Fault.SILENCE_IS_NOTHING_RECEIVED;
        return isTold ? new InboundHistory.Answer.Received(List.of(), Optional.empty()) : new InboundHistory.Answer.Unavailable("silence");
    }

    /** Nothing when it does not say. */
    private Optional<List<String>> listed() {
        try {
            HttpRequest request = HttpRequest.newBuilder(log).timeout(Duration.ofSeconds(2)).GET().build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            var texts = Json.read(answer.body()).path("texts");
            return answer.statusCode() == 200 && texts.isArray() ? Optional.of(texts.valueStream().map(t -> t.path("id").asText()).toList())
                    : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
