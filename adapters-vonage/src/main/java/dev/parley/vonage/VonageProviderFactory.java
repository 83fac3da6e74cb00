package dev.parley.vonage;

import com.vonage.client.auth.AuthMethod;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes connections to Vonage, by its <a href="https://developer.vonage.com/en/messaging/sms/overview">SMS API</a> or its
 * <a href="https://developer.vonage.com/en/messages/overview">Messages API</a>. Stateless and safe for use by many threads.
 */
public final class VonageProviderFactory implements SmsProviderFactory {

    /**
     * <a href="https://developer.vonage.com/en/getting-started/concepts/webhooks">Deadline</a>. The length is one that both APIs take; a
     * connection of the SMS API gives it longer ones too.
     */
    private static final ProviderDescription DESCRIPTION = ProviderDescription.of("vonage", "Vonage")
            .able(Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY)
            .upTo(ApiChoice.MESSAGES.longestText())
            .answeredWithin(Duration.ofSeconds(15))
            .needing(VonageSettings.keys());

    @Override
    public ProviderDescription description() {
        return DESCRIPTION;
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return create(setup, Timeouts.USUAL);
    }

    static SmsProvider create(ProviderSetup setup, Timeouts timeouts) {
        QuietLibrary.hush();
        VonageAccount account = VonageSettings.account(setup.settings());
        Hosts hosts = Hosts.of(setup);
        Wire wire = new Wire(timeouts);
        var sender = new VonageSender(account.api(), api(account, hosts, new OneShotTransport(wire, HttpErrors::outcome), setup.clock()));
        return new VonageProvider(account, setup.clock(), sender, new AccountCheck(account, hosts, wire));
    }

    @Override
    public Claim claim(WebhookRequest request) {
        return switch (Content.of(request)) {
            case Content.OfSms content -> new SmsWebhook(content).claim();
            case Content.OfMessages content -> new MessagesWebhook(content).claim(request);
            case Content.Nothing _, Content.Unknown _ -> Claim.NONE;
        };
    }

    /** The token is made even if it is not needed: a key that is none should be known at once. */
    private static Api api(VonageAccount account, Hosts hosts, OneShotTransport transport, InstantSource clock) {
        AuthMethod login = account.application().<AuthMethod>map(a -> new ApplicationToken(a, clock)).orElseGet(() -> Api.login(account));
        return switch (account.api()) {
            case SMS -> new SmsApi(Api.client(hosts.rest(), Api.login(account), transport));
            case MESSAGES -> new MessagesApi(Api.client(hosts.api(), login, transport));
        };
    }
}
