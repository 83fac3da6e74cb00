package dev.parley.twilio;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes connections to <a href="https://www.twilio.com/docs/messaging">Twilio Programmable Messaging</a>. Stateless and safe
 * for use by many threads.
 */
public final class TwilioProviderFactory implements SmsProviderFactory {

    private static final String ACCOUNT_SID = "accountSid";
    private static final String AUTH_TOKEN = "authToken";
    private static final String SECOND_TOKEN = "authTokenSecondary";
    private static final String API_KEY = "apiKeySid";
    private static final String API_SECRET = "apiKeySecret";
    private static final String SERVICE = "messagingServiceSid";

    private static final URI API = URI.create("https://api.twilio.com");

    /**
     * <a href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Keywords</a>,
     * <a href="https://support.twilio.com/hc/en-us/articles/360033806753">length</a>,
     * <a href="https://www.twilio.com/docs/api/errors/11205">deadline</a>.
     */
    private static final ProviderDescription DESCRIPTION = ProviderDescription.of("twilio", "Twilio")
            .able(
                    Capability.HANDLES_KEYWORDS,
                    Capability.JOINS_PARTS,
                    Capability.SIGNS_WEBHOOKS,
                    Capability.REPORTS_DELIVERY,
                    Capability.LOOKS_UP_SENDS,
                    Capability.LISTS_INBOUND)
            .upTo(1600)
            .answeredWithin(Duration.ofSeconds(15))
            .needing(
                    SettingKey
                            .credential(ACCOUNT_SID, "Account SID, AC…: on the first page of the Twilio console; a subaccount has its own.")
                            .asRequired()
                            .asAccountKey(),
                    SettingKey.secret(AUTH_TOKEN, "Auth token of that account: beside the SID. Twilio signs its webhooks with it.")
                            .asRequired(),
                    SettingKey.secret(SECOND_TOKEN, "The other auth token while you rotate: webhooks signed with either are taken."),
                    SettingKey.credential(API_KEY, "API key, SK…, to send with instead of the auth token."),
                    SettingKey.secret(API_SECRET, "Secret of that API key."),
                    SettingKey.setting(SERVICE, "Messaging Service, MG…: chooses the sender of a text that names no number of yours."));

    @Override
    public ProviderDescription description() {
        return DESCRIPTION;
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        URI base = setup.baseUrl().map(TwilioProviderFactory::http).orElse(API);
        TwilioAccount account = account(setup.settings());
        var selfCheck = new TwilioSelfCheck(account, base, Timeouts.LOOKING, setup.clock());
        var log = new TwilioLog(account, base, Timeouts.USUAL, setup.clock());
        return new TwilioProvider(account, new OneShotTransport(base, Timeouts.USUAL), selfCheck, log);
    }

    @Override
    public Claim claim(WebhookRequest request) {
        return TwilioWebhook.of(request).claim();
    }

    private static TwilioAccount account(Settings settings) {
        String sid = sid(ACCOUNT_SID, "AC", settings.get(ACCOUNT_SID));
        Secret token = secret(AUTH_TOKEN, settings.get(AUTH_TOKEN));
        Optional<String> apiKey = settings.find(API_KEY).map(value -> sid(API_KEY, "SK", value));
        Optional<Secret> apiSecret = settings.find(API_SECRET).map(value -> secret(API_SECRET, value));
        if (apiKey.isPresent() != apiSecret.isPresent()) {
            throw new IllegalArgumentException(API_KEY + " and " + API_SECRET + " are a pair: give both or neither");
        }
        Stream<Secret> second = settings.find(SECOND_TOKEN).map(value -> secret(SECOND_TOKEN, value)).stream();
        List<Secret> tokens = Stream.concat(Stream.of(token), second).toList();
        Optional<String> service = settings.find(SERVICE).map(value -> sid(SERVICE, "MG", value));
        return new TwilioAccount(sid, apiKey.orElse(sid), apiSecret.orElse(token), tokens, service);
    }

    private static URI http(URI url) {
        if (!("https".equals(url.getScheme()) || "http".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("the base URL of Twilio's API must be absolute, with http or https");
        }
        return url;
    }

    private static String sid(String key, String prefix, String value) {
        if (!value.matches(prefix + "[0-9A-Za-z]+")) {
            throw new IllegalArgumentException(key + " is " + prefix + " followed by letters and digits");
        }
        return value;
    }

    private static Secret secret(String key, String value) {
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(key + " contains white space, which no such secret does");
        }
        return new Secret(value);
    }
}
