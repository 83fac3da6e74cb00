package dev.parley.app.provider;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the classes of one plugin. What its jars bring along wins over what the server happens to have of the same name; only the
 * language that both sides speak is always ours.
 */
final class PluginLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private PluginLoader(List<URL> jars, ClassLoader server) {
        super(jars.toArray(URL[]::new), server);
    }

    static PluginLoader of(List<Path> jars, ClassLoader server) {
        return new PluginLoader(jars.stream().map(PluginLoader::url).toList(), server);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException noAddress) {
            throw new IllegalArgumentException("no address: " + jar, noAddress);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return isShared(name) || findResource(name.replace('.', '/') + ".class") == null
                    ? super.loadClass(name, resolve)
                    : findClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    private static boolean isShared(String name) {
        return name.startsWith("java.") || name.startsWith("dev.parley.ports.");
    }
}
