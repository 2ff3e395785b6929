package org.converge4j.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UserJars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --jar}: a user's updaters join the catalog. */
public final class JarOptions {
    @Option(names = "--jar", paramLabel = "FILE", description = "a jar with updaters of your own; may be repeated")
    private List<Path> jars = new ArrayList<>();

    private @Nullable Catalog catalog;

    /** The catalog with what the jars add; this thread, and the workers it forks, load their classes from now on. */
    public Catalog catalog() {
        if (catalog == null) {
            catalog = load();
        }
        return catalog;
    }

    private Catalog load() {
        ClassLoader ours = JarOptions.class.getClassLoader();
        if (jars.isEmpty()) {
            return Catalog.load(ours);
        }
        ClassLoader loader = UserJars.open(jars, ours);
        Thread.currentThread().setContextClassLoader(loader);
        return Catalog.load(loader);
    }
}
