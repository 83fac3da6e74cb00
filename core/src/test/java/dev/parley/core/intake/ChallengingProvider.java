package dev.parley.core.intake;

import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A provider that first asks whether an address is ours, as WhatsApp does: it calls with a word that we chose and wants its own
 * word back. It never sends anything else.
 */
record ChallengingProvider(String word) implements SmsProvider {

    static final String URL = "https://parley.example/webhooks/fake/inbound";

    /** What it calls us with. */
    static WebhookRequest challenge(String word, String answer) {
        String query = "?hub.mode=subscribe&hub.verify_token=" + word + "&hub.challenge=" + answer;
        return new WebhookRequest("GET", URL + query, List.of(), new byte[0]);
    }

    @Override
    public SendOutcome send(OutboundText text) {
        return new SendOutcome.Unavailable("it sends nothing");
    }

    @Override
    public Verdict check(WebhookRequest request) {
        boolean isOurs = request.parameter("hub.verify_token").filter(word::equals).isPresent();
        return isOurs ? new Verdict.Genuine() : Verdict.Forged.because("hub.verify_token is not the word of this connection.");
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return List.of();
    }

    @Override
    public WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
        Optional<String> challenge = request.parameter("hub.challenge").filter(_ -> receipt == Receipt.STORED);
        return challenge.map(c -> new WebhookAnswer(200, Map.of("Content-Type", "text/plain"), c)).orElse(WebhookAnswer.FORBIDDEN);
    }

    /** An installation in which every connection is one to it; of the rest it knows what {@code others} knows. */
    record Everywhere(Providers others, ChallengingProvider provider) implements Providers {

        @Override
        public List<ProviderDescription> descriptions() {
            return others.descriptions();
        }

        @Override
        public Optional<ProviderDescription> description(String name) {
            return others.description(name);
        }

        @Override
        public SmsProvider open(Connection connection) {
            return provider;
        }

        @Override
        public Optional<String> refusal(String name, Settings settings) {
            return others.refusal(name, settings);
        }

        @Override
        public Claim claim(String name, WebhookRequest request) {
            return others.claim(name, request);
        }
    }
}
