package dev.parley.app.provider;

import dev.parley.app.config.WrongSetting;
import dev.parley.ports.spi.SmsProviderFactory;
import java.io.IOException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Finds providers: those of the server itself, and those in the jars of a folder, each of which has a class loader of its own. */
public final class Discovery {

    private static final String SERVICES = "META-INF/services/" + SmsProviderFactory.class.getName();

    private Discovery() {}

    /**
     * Finds all of them.
     *
     * @param folder where further jars may be; it need not exist
     * @throws WrongSetting when a jar cannot be read, holds no provider, or one that cannot be loaded
     */
    public static List<SmsProviderFactory> find(Path folder) {
        ClassLoader server = Discovery.class.getClassLoader();
        var all = new ArrayList<>(inside(server, "the server"));
        jars(folder).forEach(jar -> all.addAll(inside(jar, server)));
        return List.copyOf(all);
    }

    private static Iterable<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "[!.]*.jar")) {
            var sorted = new TreeSet<Path>();
            jars.forEach(sorted::add);
            return sorted;
        } catch (IOException unreadable) {
            throw broken(folder + " cannot be read: " + unreadable);
        }
    }

    private static List<SmsProviderFactory> inside(Path jar, ClassLoader server) {
        // Never closed: its classes may be needed as long as the server runs.
        var loader = new PluginLoader(url(jar), server);
        List<SmsProviderFactory> found = inside(loader, jar.toString());
        if (found.isEmpty()) {
            throw broken(jar + " holds no provider; a file " + SERVICES + " in it has to name one");
        }
        return found;
    }

    private static List<SmsProviderFactory> inside(ClassLoader loader, String place) {
        try {
            return ServiceLoader.load(SmsProviderFactory.class, loader)
                    .stream()
                    .filter(provider -> loader.equals(provider.type().getClassLoader()))
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw broken(place + " holds a provider that cannot be loaded: " + broken);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (IOException noAddress) {
            throw broken(jar + " cannot be read: " + noAddress);
        }
    }

    private static WrongSetting broken(String what) {
        return new WrongSetting("PARLEY_PLUGINS_DIR: " + what);
    }
}
