package dev.parley.app.provider;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one plugin. What its jar brings along wins over what the server happens to have of the same name; only the
 * language that both sides speak is always ours.
 */
final class PluginLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    PluginLoader(URL jar, ClassLoader server) {
        super(new URL[] {jar}, server);
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
