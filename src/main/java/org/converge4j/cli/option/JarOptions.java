package org.converge4j.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UserJars;
import org.converge4j.run.worker.WorkerHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --jar}: a user's updaters join the catalog. */
public final class JarOptions {
    @Option(names = "--jar", paramLabel = "FILE", description = "a jar with updaters of your own; may be repeated")
    private List<Path> jars = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    private @Nullable Catalog catalog;

    /** What workers find where they are started: our classes, and those of the jars, which are refused before if they cannot be used. */
    public WorkerHome home() {
        if (!jars.isEmpty()) {
            catalog();
        }
        return WorkerHome.with(jars);
    }

    /** The catalog with what the jars add. */
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
        Catalog catalog = Catalog.load(UserJars.open(jars, ours), jars);
        catalog.inPlaceOf(Catalog.load(ours)).forEach(spec.commandLine().getErr()::println);
        return catalog;
    }
}
