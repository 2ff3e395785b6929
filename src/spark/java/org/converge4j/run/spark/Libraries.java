package org.converge4j.run.spark;

import java.io.File;
import org.converge4j.run.worker.WorkerHome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.converge4j.result.store.StorageException;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerPool;
import org.jspecify.annotations.Nullable;

/** The jars that workers elsewhere need: ours, those that its manifest names, and those that the user or spark-submit added. */
final class Libraries {
    private final Map<String, Path> own = new LinkedHashMap<>();
    private final Map<String, Path> declared = new LinkedHashMap<>();

    /**
     * Those of this process, and those that spark-submit added to this thread.
     *
     * @param here names the user's
     * @throws RefusedException if converge4j was not started from its jar
     */
    Libraries(WorkerHome here) {
        Path jar = jar();
        Set<String> names = new HashSet<>(named(jar));
        names.forEach(name -> add(own, jar.resolveSibling(name)));
        add(own, jar);
        Set<String> ours = new HashSet<>(own.keySet());
        names.forEach(name -> ours.add(Path.of(name).getFileName().toString()));
        for (String users : here.declared().split(File.pathSeparator, -1)) {
            add(declared, Path.of(users));
        }
        for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
                loader instanceof URLClassLoader added;
                loader = loader.getParent()) {
            for (URL url : added.getURLs()) {
                Path library = Path.of(URI.create(url.toString()));
                add(ours.contains(library.getFileName().toString()) ? own : declared, library);
            }
        }
    }

    /** Ours. */
    Collection<Path> own() {
        return own.values();
    }

    /** The user's. */
    Collection<Path> declared() {
        return declared.values();
    }

    /** Both. */
    List<Path> all() {
        return Stream.concat(own.values().stream(), declared.values().stream()).toList();
    }

    /** Our jar. */
    static Path jar() {
        try {
            Path jar = Path.of(Objects.requireNonNull(WorkerPool.class.getProtectionDomain().getCodeSource(), "no code source")
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar;
            }
            throw new RefusedException("--on spark: a cluster needs converge4j as a jar, but it was started from " + jar);
        } catch (URISyntaxException impossible) {
            throw new AssertionError("a class path entry is a file", impossible);
        }
    }

    private static List<String> named(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            @Nullable Manifest manifest = file.getManifest();
            String names = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : List.of(names.split(" "));
        } catch (IOException failure) {
            throw new StorageException(jar, failure);
        }
    }

    private static void add(Map<String, Path> to, Path jar) {
        if (Files.isRegularFile(jar)) {
            to.putIfAbsent(jar.getFileName().toString(), jar);
        }
    }
}
