package dev.parley.app.config;

import static java.util.function.Predicate.not;

import dev.parley.app.config.Configuration.Server;
import dev.parley.llm.Fallbacks;
import dev.parley.llm.InvalidModelConfig;
import dev.parley.llm.ModelConfig;
import dev.parley.persistence.PersistenceConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a {@link Configuration} of what is set. */
final class ConfigurationReader {

    private static final String DEFAULT_FILE = "application.yaml";
    /** As a power of two. */
    private static final int MEBIBYTE = 20;

    private static final String PREFIX = "PARLEY_";
    private static final String FOR_THE_LAUNCHER = "PARLEY_JAVA_OPTS";
    private static final String ONE_MODEL = "model.";
    private static final String MORE_MODELS = "models.";
    private static final Pattern FURTHER_MODEL = Pattern.compile("models\\.(?!default\\.)([a-z0-9][a-z0-9_-]{0,39})\\.([a-z-]+)");

    /** Which row {@link InvalidModelConfig#setting()} speaks of. */
    private static final Map<String, Variable<?>> MODEL_ROWS = Map.of(
            "model-name",
            Table.MODEL_NAME,
            "api-key",
            Table.MODEL_API_KEY,
            "fallback",
            Table.MODEL_FALLBACK);

    private final Map<String, String> environment;
    private final ConfigurationFile file;
    private final Values values;

    ConfigurationReader(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.file = readFile(environment, folder.resolve(DEFAULT_FILE));
        this.values = new Values(environment, file);
    }

    Configuration read() {
        refuseUnknownVariables();
        refuseUnknownKeys();
        return new Configuration(
                server(),
                storage(),
                ((long) values.get(Table.JOURNAL_MEBIBYTES)) << MEBIBYTE,
                values.get(Table.DB_WAIT),
                values.find(Table.API_KEY),
                models(),
                values.get(Table.PLUGINS_DIR),
                ProviderUrls.read(environment, file),
                values.get(Table.ALLOWED_PRIVATE_NETWORKS));
    }

    private static ConfigurationFile readFile(Map<String, String> environment, Path usual) {
        return new Values(environment, ConfigurationFile.NONE).find(Table.CONFIG)
                .or(() -> Optional.of(usual).filter(Files::isRegularFile))
                .map(ConfigurationFile::read)
                .orElse(ConfigurationFile.NONE);
    }

    private void refuseUnknownVariables() {
        Set<String> known = Table.ROWS.stream().flatMap(row -> row.name().stream()).collect(Collectors.toCollection(TreeSet::new));
        known.add(FOR_THE_LAUNCHER);
        Stream<String> ours = environment.keySet().stream().filter(name -> name.startsWith(PREFIX));
        ours.filter(not(known::contains)).filter(not(ProviderUrls::isVariable)).sorted().findFirst().ifPresent(name -> {
            throw new WrongSetting(
                    name + ": there is no such variable; there are " + String.join(", ", known) + ", and for any provider "
                            + ProviderUrls.VARIABLE);
        });
    }

    private void refuseUnknownKeys() {
        Set<String> known = Table.ROWS.stream()
                .map(Variable::key)
                .filter(not(String::isEmpty))
                .collect(
                        Collectors.toCollection(
                                TreeSet::new));
        Stream<String> others = file.values().keySet().stream().filter(not(known::contains));
        others.filter(not(ConfigurationReader::isOfAModel)).filter(not(ProviderUrls::isKey)).findFirst().ifPresent(key -> {
            String further = ", " + ProviderUrls.KEY + ", and what is under model also under models.NAME";
            throw new WrongSetting(file.name() + ": there is no setting " + key + "; there are " + String.join(", ", known) + further);
        });
    }

    private static boolean isOfAModel(String key) {
        Matcher further = FURTHER_MODEL.matcher(key);
        return further.matches() && Table.MODEL.stream().anyMatch(row -> row.key().equals(ONE_MODEL + further.group(2)));
    }

    private Server server() {
        return new Server(
                values.get(Table.HOST),
                values.get(Table.PORT),
                values.find(Table.PUBLIC_URL),
                values.get(Table.CONNECTIONS),
                values.get(Table.IDLE),
                values.get(Table.DRAIN));
    }

    private PersistenceConfig storage() {
        return new PersistenceConfig(
                values.get(Table.DATA_DIR),
                values.find(Table.DB_URL),
                values.get(Table.DB_USER),
                values.get(Table.DB_PASSWORD),
                values.find(Table.ENCRYPTION_KEY),
                values.get(Table.DB_POOL_SIZE));
    }

    private List<ModelConfig> models() {
        Stream<ModelConfig> further = namesOfFurtherModels().map(name -> model(name, MORE_MODELS + name + "."));
        List<ModelConfig> all = Stream.concat(Stream.of(model(Configuration.DEFAULT_MODEL, ONE_MODEL)), further).toList();
        try {
            Fallbacks.of(all);
            return all;
        } catch (InvalidModelConfig wrong) {
            throw wrong(wrong, wrong.model().equals(Configuration.DEFAULT_MODEL) ? ONE_MODEL : MORE_MODELS + wrong.model() + ".");
        }
    }

    private Stream<String> namesOfFurtherModels() {
        Stream<Matcher> keys = file.values().keySet().stream().map(FURTHER_MODEL::matcher).filter(Matcher::matches);
        return keys.map(key -> key.group(1)).distinct();
    }

    private ModelConfig model(String name, String place) {
        try {
            return new ModelConfig(
                    name,
                    values.get(row(Table.MODEL_PROVIDER, place)),
                    values.find(row(Table.MODEL_NAME, place)),
                    values.find(row(Table.MODEL_API_KEY, place)),
                    values.find(row(Table.MODEL_BASE_URL, place)),
                    values.get(row(Table.MODEL_TIMEOUT, place)),
                    values.get(row(Table.MODEL_TOKENS, place)),
                    values.get(row(Table.MODEL_TURNS, place)),
                    values.find(row(Table.MODEL_FALLBACK, place)));
        } catch (InvalidModelConfig wrong) {
            throw wrong(wrong, place);
        }
    }

    private static WrongSetting wrong(InvalidModelConfig wrong, String place) {
        Variable<?> culprit = MODEL_ROWS.getOrDefault(wrong.setting(), Table.MODEL_PROVIDER);
        return new WrongSetting(row(culprit, place).title() + ": " + wrong.getMessage());
    }

    private static <T> Variable<T> row(Variable<T> variable, String place) {
        return place.equals(ONE_MODEL) ? variable : variable.at(place + variable.key().substring(ONE_MODEL.length()));
    }
}
