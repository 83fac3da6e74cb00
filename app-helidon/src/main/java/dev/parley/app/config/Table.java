package dev.parley.app.config;

import dev.parley.llm.ModelConfig;
import dev.parley.llm.Vendor;
import dev.parley.persistence.PersistenceConfig;
import dev.parley.ports.Secret;
import dev.parley.webhook.Cidr;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that the operator can set: one row each. */
final class Table {

    static final Variable<Integer> PORT = Variable.of("PARLEY_PORT", "port", Formats.wholeNumber(0, 65_535)).orElse(8080);
    static final Variable<InetAddress> HOST = Variable.of("PARLEY_HOST", "host", Formats.ownAddress())
            .orElse(InetAddress.ofLiteral("127.0.0.1"));
    static final Variable<URI> PUBLIC_URL = Variable.of("PARLEY_PUBLIC_URL", "public-url", Formats.webAddress());
    static final Variable<Path> DATA_DIR = Variable.of("PARLEY_DATA_DIR", "data-dir", Formats.folder()).orElse(Path.of("data"));
    static final Variable<Path> PLUGINS_DIR = Variable
            .of("PARLEY_PLUGINS_DIR", "plugins-dir", Formats.existing("a folder that is there", Files::isDirectory))
            .orElse(Path.of("plugins"));

    static final Variable<Secret> API_KEY = Variable.of("PARLEY_API_KEY", "api-key", Formats.apiKey());
    static final Variable<Secret> ENCRYPTION_KEY = Variable.of("PARLEY_ENCRYPTION_KEY", "encryption-key", Formats.encryptionKey());

    static final Variable<String> DB_URL = Variable.of("PARLEY_DB_URL", "db.url", DatabaseUrl.format());
    static final Variable<String> DB_USER = Variable.of("PARLEY_DB_USER", "db.user", Formats.text()).orElse("");
    static final Variable<Secret> DB_PASSWORD = Variable.of("PARLEY_DB_PASSWORD", "db.password", Formats.secret()).orElse(new Secret(""));

    static final Variable<Integer> DB_POOL_SIZE = Variable.inFile("db.pool-size", Formats.wholeNumber(8, 64))
            .orElse(PersistenceConfig.DEFAULT_POOL_SIZE);
    static final Variable<Duration> DB_WAIT = Variable.inFile("db.wait", Formats.duration()).orElse(Duration.ofSeconds(15));

    static final Variable<Vendor> MODEL_PROVIDER = Variable.of("PARLEY_MODEL_PROVIDER", "model.provider", vendor()).orElse(Vendor.SCRIPTED);
    static final Variable<String> MODEL_NAME = Variable.of("PARLEY_MODEL_NAME", "model.name", Formats.text());
    static final Variable<Secret> MODEL_API_KEY = Variable.of("PARLEY_MODEL_API_KEY", "model.api-key", Formats.secret());
    static final Variable<URI> MODEL_BASE_URL = Variable.of("PARLEY_MODEL_BASE_URL", "model.base-url", Formats.webAddress());
    static final Variable<Duration> MODEL_TIMEOUT = Variable.inFile("model.timeout", Formats.duration())
            .orElse(
                    ModelConfig.DEFAULT_TIMEOUT);
    static final Variable<Integer> MODEL_TOKENS = Variable.inFile("model.max-output-tokens", Formats.wholeNumber(1, 1_000_000))
            .orElse(ModelConfig.DEFAULT_MAX_OUTPUT_TOKENS);
    static final Variable<Boolean> MODEL_TURNS = Variable.inFile("model.strict-turns", Formats.yesOrNo()).orElse(false);

    static final Variable<String> MODEL_FALLBACK = Variable.inFile("model.fallback", Formats.text());

    static final Variable<URI> TWILIO_BASE_URL = Variable.of("PARLEY_TWILIO_BASE_URL", "twilio.base-url", Formats.webAddress());
    static final Variable<URI> VONAGE_BASE_URL = Variable.of("PARLEY_VONAGE_BASE_URL", "vonage.base-url", Formats.webAddress());
    /** Where providers are, by the provider's name. */
    static final Map<String, Variable<URI>> PROVIDER_URLS = Map.of("twilio", TWILIO_BASE_URL, "vonage", VONAGE_BASE_URL);

    static final Variable<List<Cidr>> ALLOWED_PRIVATE_NETWORKS = Variable
            .of("PARLEY_ALLOWED_PRIVATE_NETWORKS", "allowed-private-networks", Formats.networks())
            .orElse(List.of());

    static final Variable<Integer> JOURNAL_MEBIBYTES = Variable.inFile("limits.journal-mebibytes", Formats.wholeNumber(1, 65_536))
            .orElse(64);
    static final Variable<Integer> CONNECTIONS = Variable.inFile("limits.connections", Formats.wholeNumber(16, 65_535)).orElse(4096);
    static final Variable<Duration> IDLE = Variable.inFile("timeouts.idle", Formats.duration()).orElse(Duration.ofSeconds(30));
    static final Variable<Duration> DRAIN = Variable.inFile("timeouts.drain", Formats.duration()).orElse(Duration.ofSeconds(25));

    /** Where the file is; the only row that cannot be in it. */
    static final Variable<Path> CONFIG = Variable
            .of("PARLEY_CONFIG", "", Formats.existing("a file that can be read", f -> Files.isRegularFile(f) && Files.isReadable(f)));

    /** What makes up a model; the file can have more of them, under {@code models} and their names. */
    static final List<Variable<?>> MODEL = List.of(
            MODEL_PROVIDER,
            MODEL_NAME,
            MODEL_API_KEY,
            MODEL_BASE_URL,
            MODEL_TIMEOUT,
            MODEL_TOKENS,
            MODEL_TURNS,
            MODEL_FALLBACK);

    static final List<Variable<?>> ROWS = Stream.concat(
            Stream.of(
                    PORT,
                    HOST,
                    PUBLIC_URL,
                    DATA_DIR,
                    PLUGINS_DIR,
                    API_KEY,
                    ENCRYPTION_KEY,
                    DB_URL,
                    DB_USER,
                    DB_PASSWORD,
                    DB_POOL_SIZE,
                    DB_WAIT,
                    TWILIO_BASE_URL,
                    VONAGE_BASE_URL,
                    ALLOWED_PRIVATE_NETWORKS,
                    JOURNAL_MEBIBYTES,
                    CONNECTIONS,
                    IDLE,
                    DRAIN,
                    CONFIG),
            MODEL.stream()).toList();

    private Table() {}

    private static Format<Vendor> vendor() {
        return Format.open("one of " + String.join(", ", Vendor.words()), text -> Vendor.parse(text.toLowerCase(Locale.ROOT)));
    }
}
