package org.converge4j.catalog;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.converge4j.catalog.message.FileKind;

/**
 * Jars whose updaters, data sources, networks, functions and schedules join the catalog, and jars of layers and activations that
 * a model file may name.
 */
public final class UserJars {
    /** The system property that names to a worker what the user declared: jars and folders of classes, parted as a class path is. */
    public static final String DECLARED = "converge.declared";

    private static final List<Class<? extends Settings>> KINDS = List.of(
            UpdaterSettings.class,
            DataSettings.class,
            NetworkSettings.class,
            FunctionSettings.class,
            ScheduleSettings.class,
            AroundSettings.class);

    private static final String CLASS_FILE = ".class";

    private UserJars() {}

    /**
     * A loader of the jars' classes besides those of converge4j. It stays open as long as the process runs.
     *
     * @throws CatalogException if a jar is missing or unreadable, lies where a class path cannot name it, holds no class, keeps a variant from the catalog by not
     *     naming it, or names what does not load
     */
    public static URLClassLoader open(List<Path> jars, ClassLoader converge4j) {
        List<List<String>> classes = jars.stream().map(UserJars::classes).toList();
        URLClassLoader loader =
                new URLClassLoader(jars.stream().map(UserJars::url).toArray(URL[]::new), converge4j);
        for (int i = 0; i < jars.size(); i++) {
            for (String name : classes.get(i)) {
                check(jars.get(i), name, loader);
            }
            if (classes.get(i).isEmpty()) {
                checkUnnamed(jars.get(i), loader);
            }
        }
        return loader;
    }

    /** The classes that a jar's service files name. */
    private static List<String> classes(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new CatalogException("--jar " + jar + ": " + FileKind.complaint(jar, "a jar") + ".");
        }
        if (jar.toAbsolutePath().normalize().toString().contains(File.pathSeparator)) {
            throw new CatalogException("--jar " + jar + ": expected a path without `" + File.pathSeparator
                    + "`, which parts a class path.");
        }
        List<String> classes = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Class<?> kind : KINDS) {
                JarEntry entry = file.getJarEntry("META-INF/services/" + kind.getName());
                if (entry != null) {
                    lines(file, entry).forEach(classes::add);
                }
            }
        } catch (IOException unreadable) {
            throw new CatalogException("--jar " + jar + ": not a jar that can be read: " + unreadable.getMessage());
        }
        return classes;
    }

    /** A jar that names nothing may hold what models name, but nothing that was meant for the catalog. */
    private static void checkUnnamed(Path jar, ClassLoader loader) {
        List<String> held = held(jar);
        List<String> forgotten = held.stream()
                .filter(name -> KINDS.stream().anyMatch(kind -> isOf(kind, name, loader)))
                .toList();
        if (held.isEmpty() || !forgotten.isEmpty()) {
            throw new CatalogException("--jar " + jar + ": "
                    + (held.isEmpty() ? "holds no class" : "holds " + String.join(", ", forgotten))
                    + " and names no updater; expected a line with its class in META-INF/services/"
                    + UpdaterSettings.class.getName() + ".");
        }
    }

    private static List<String> held(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(CLASS_FILE))
                    .map(name -> name.substring(0, name.length() - CLASS_FILE.length())
                            .replace('/', '.'))
                    .toList();
        } catch (IOException unreadable) {
            throw new CatalogException("--jar " + jar + ": not a jar that can be read: " + unreadable.getMessage());
        }
    }

    private static boolean isOf(Class<?> kind, String name, ClassLoader loader) {
        try {
            return kind.isAssignableFrom(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError notToLoad) {
            return false;
        }
    }

    private static Stream<String> lines(JarFile file, JarEntry entry) throws IOException {
        return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }

    /** Loads a class and describes it, as the catalog will. */
    private static void check(Path jar, String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (KINDS.stream().noneMatch(kind -> kind.isAssignableFrom(type))) {
                throw new CatalogException("it is no updater, data source, network, function, schedule or surrounding");
            }
            Variant.of(type.asSubclass(Settings.class)).parameters();
        } catch (ClassNotFoundException missing) {
            throw new CatalogException(
                    "--jar " + jar + ": its service file names " + name + ", which it does not hold.");
        } catch (LinkageError | CatalogException | IllegalStateException broken) {
            throw new CatalogException("--jar " + jar + ": " + name + " cannot be used: " + broken.getMessage());
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError("every file has a URL", impossible);
        }
    }
}
