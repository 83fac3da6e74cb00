package dev.parley.app.config;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the APIs of providers are. Any provider can be named, in the environment and in the file: which ones there are is not known
 * before plugins are looked for.
 */
final class ProviderUrls {

    /** How the operator is told of it. */
    static final String VARIABLE = "PARLEY_<NAME>_BASE_URL";
    static final String KEY = "provider-base-urls.NAME";

    private static final Pattern IN_ENVIRONMENT = Pattern.compile("PARLEY_([A-Z][A-Z0-9_]{0,39})_BASE_URL");
    private static final Pattern IN_FILE = Pattern.compile("provider-base-urls\\.([a-z][a-z0-9-]{0,39})");

    /** Called so, but of something else. */
    private static final Set<String> TAKEN = Table.ROWS.stream().map(Variable::name).flatMap(Optional::stream).collect(Collectors.toSet());

    private ProviderUrls() {}

    static boolean isVariable(String name) {
        return IN_ENVIRONMENT.matcher(name).matches();
    }

    static boolean isKey(String key) {
        return IN_FILE.matcher(key).matches();
    }

    /** By the provider's name. */
    static Map<String, URI> read(Map<String, String> environment, ConfigurationFile file) {
        var values = new Values(environment, file);
        var urls = new TreeMap<String, URI>();
        Stream<String> inEnvironment = environment.keySet().stream().filter(name -> !TAKEN.contains(name));
        Stream.concat(
                names(inEnvironment, IN_ENVIRONMENT, name -> name.toLowerCase(Locale.ROOT).replace('_', '-')),
                names(file.values().keySet().stream(), IN_FILE, Function.identity()))
                .forEach(provider -> values.find(row(provider)).ifPresent(url -> urls.put(provider, url)));
        Table.PROVIDER_URLS.forEach((provider, variable) -> values.find(variable).ifPresent(url -> urls.put(provider, url)));
        return urls;
    }

    private static Stream<String> names(Stream<String> all, Pattern pattern, Function<String, String> spelling) {
        return all.map(pattern::matcher).filter(Matcher::matches).map(found -> spelling.apply(found.group(1)));
    }

    private static Variable<URI> row(String provider) {
        String name = "PARLEY_" + provider.toUpperCase(Locale.ROOT).replace('-', '_') + "_BASE_URL";
        Variable<URI> row = Variable.of(name, KEY.replace("NAME", provider), Formats.webAddress());
        return TAKEN.contains(name) ? row.at(row.key()) : row;
    }
}
