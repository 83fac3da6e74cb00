package dev.parley.vonage;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a connection to Vonage is given, and the reading of it. */
final class VonageSettings {

    static final String API_KEY = "apiKey";
    static final String API_SECRET = "apiSecret";
    static final String SIGNATURE_SECRET = "signatureSecret";
    static final String APPLICATION_ID = "applicationId";
    static final String PRIVATE_KEY = "privateKey";
    static final String API = "api";
    static final String SIGNATURE_METHOD = "signatureMethod";

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]+");

    private VonageSettings() {}

    static SettingKey[] keys() {
        return new SettingKey[] {
            SettingKey.credential(API_KEY, "API key: on the first page of the Vonage dashboard.").asRequired().asAccountKey(),
            SettingKey.secret(API_SECRET, "API secret of that account: beside the key. Texts are sent with it.").asRequired(),
            SettingKey.secret(SIGNATURE_SECRET, "Signature secret: in the dashboard under API settings. Vonage signs its webhooks "
                    + "with it; without it none is taken. Signing of the SMS API is switched on by Vonage's support."),
            SettingKey.credential(APPLICATION_ID, "Application ID, a UUID, to send with by the Messages API; goes with privateKey."),
            SettingKey.secret(PRIVATE_KEY, "Private key of that application, the whole text of private.key."),
            SettingKey.setting(API, "Which API the account uses, as the dashboard says under API settings.")
                    .oneOf(words(ApiChoice.values(), ApiChoice::word)),
            SettingKey.setting(SIGNATURE_METHOD, "How the account signs what the SMS API sends, as the dashboard says under API settings.")
                    .oneOf(words(SignatureMethod.values(), SignatureMethod::word)),
        };
    }

    /**
     * Reads the settings of a connection.
     *
     * @throws IllegalArgumentException when one cannot be used; names it, and not its value
     */
    static VonageAccount account(Settings settings) {
        String apiKey = matching(WORD, API_KEY, settings.get(API_KEY), "letters and digits");
        Secret apiSecret = secret(API_SECRET, settings.get(API_SECRET));
        Optional<Secret> signatureSecret = settings.find(SIGNATURE_SECRET).map(value -> secret(SIGNATURE_SECRET, value));
        SignatureMethod method = choice(settings, SIGNATURE_METHOD, SignatureMethod.values(), SignatureMethod::word);
        ApiChoice api = choice(settings, API, ApiChoice.values(), ApiChoice::word);
        var signing = new VonageAccount.Signing(signatureSecret, method);
        return new VonageAccount(apiKey, apiSecret, signing, application(settings), api);
    }

    private static Optional<VonageAccount.Application> application(Settings settings) {
        Optional<String> id = settings.find(APPLICATION_ID).map(value -> matching(UUID, APPLICATION_ID, value, "a UUID"));
        Optional<Secret> key = settings.find(PRIVATE_KEY).map(Secret::new);
        if (id.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(APPLICATION_ID + " and " + PRIVATE_KEY + " are a pair: give both or neither");
        }
        return id.map(i -> new VonageAccount.Application(i, key.orElseThrow()));
    }

    private static <T> T choice(Settings settings, String key, T[] values, Function<T, String> word) {
        Optional<String> chosen = settings.find(key);
        return Arrays.stream(values)
                .filter(value -> chosen.isEmpty() || chosen.get().equals(word.apply(value)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is one of " + String.join(", ", words(values, word))));
    }

    private static <T> String[] words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toArray(String[]::new);
    }

    private static String matching(Pattern form, String key, String value, String what) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(key + " is " + what);
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
