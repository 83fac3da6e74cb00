package dev.parley.app.provider;

import static java.util.stream.Collectors.joining;

import dev.parley.app.config.WrongSetting;
import dev.parley.ports.spi.SmsProviderFactory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds providers: those of the server itself, and those in a folder of plugins. There each jar is a plugin, and each folder, whose
 * jars belong together; each plugin has a class loader of its own.
 */
public final class Discovery {

    private static final String SERVICES = "META-INF/services/" + SmsProviderFactory.class.getName();
    private static final String JARS = "[!.]*.jar";
    private static final int MOST_CAUSES = 4;

    private Discovery() {}

    /**
     * Finds all of them.
     *
     * @param folder where plugins may be; it need not exist
     * @param version of the ports that the server speaks
     * @throws WrongSetting when a plugin cannot be read, holds no provider, or one that cannot be loaded or was made for other ports
     */
    public static List<SmsProviderFactory> find(Path folder, String version) {
        ClassLoader server = Discovery.class.getClassLoader();
        var all = new ArrayList<>(inside(server, "the server"));
        plugins(folder).forEach(place -> all.addAll(inside(new Plugin(place, jars(place)), server, version)));
        return List.copyOf(all);
    }

    /** A jar, or a folder of jars. */
    private record Plugin(Path place, List<Path> jars) {}

    private static Iterable<Path> plugins(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var all = new TreeSet<>(list(folder, JARS));
        list(folder, "[!.]*").stream().filter(Files::isDirectory).forEach(all::add);
        return all;
    }

    private static List<Path> jars(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> jars = list(place, JARS);
        if (jars.isEmpty()) {
            throw broken(place + " holds no jar");
        }
        return jars;
    }

    private static List<Path> list(Path folder, String names) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            var sorted = new TreeSet<Path>();
            found.forEach(sorted::add);
            return List.copyOf(sorted);
        } catch (IOException unreadable) {
            throw broken(folder + " cannot be read: " + unreadable);
        }
    }

    private static List<SmsProviderFactory> inside(Plugin plugin, ClassLoader server, String version) {
        plugin.jars().forEach(jar -> fits(jar, server, version));
        // Never closed: its classes may be needed as long as the server runs.
        List<SmsProviderFactory> found = inside(PluginLoader.of(plugin.jars(), server), plugin.place().toString());
        if (found.isEmpty()) {
            throw broken(plugin.place() + " holds no provider; a file " + SERVICES + " in it has to name one");
        }
        return found;
    }

    /** What a plugin misses would show no sooner than when it is needed: in the middle of a text, perhaps. */
    private static void fits(Path jar, ClassLoader server, String version) {
        try {
            Linkage.missing(jar, server).ifPresent(missing -> {
                throw broken(jar + " was made for other ports than this server's: it uses " + missing
                        + ", which is not there. This server speaks parley-ports " + version);
            });
        } catch (IOException unreadable) {
            throw broken(jar + " cannot be read: " + unreadable);
        }
    }

    private static List<SmsProviderFactory> inside(ClassLoader loader, String place) {
        try {
            List<SmsProviderFactory> found = ServiceLoader.load(SmsProviderFactory.class, loader)
                    .stream()
                    .filter(provider -> loader.equals(provider.type().getClassLoader()))
                    .map(ServiceLoader.Provider::get)
                    .toList();
            found.forEach(factory -> Objects.requireNonNull(factory.description(), () -> factory.getClass().getName() + ".description()"));
            return found;
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            // Somebody else's code: whatever it throws, the operator is to hear which plugin it was.
            throw broken(place + " holds a provider that cannot be loaded: " + told(broken));
        }
    }

    private static String told(Throwable broken) {
        return Stream.iterate(broken, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(Throwable::toString)
                .collect(joining(", caused by "));
    }

    private static WrongSetting broken(String what) {
        return new WrongSetting("PARLEY_PLUGINS_DIR: " + what);
    }
}
