package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UserJars;
import org.converge4j.examine.Contract;
import org.converge4j.examine.Finding;

/** Makes jars as strangers do: one source, compiled, and where it is an updater a service line; and examines what is in them. */
final class Jars {
    private static final String SERVICE = "META-INF/services/org.converge4j.catalog.UpdaterSettings";
    private static final Pattern TYPE = Pattern.compile("public (?:final )?(?:record|class) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all that are made, for it keeps the jars of the class path open. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Jars() {}

    /**
     * Compiles a source and packs it.
     *
     * @param jar to be written
     * @param service what the service file of updaters says; empty for none
     */
    static Path of(Path jar, String source, String service) throws IOException {
        Path classes = Files.createDirectories(jar.resolveSibling(jar.getFileName() + ".out"));
        Matcher type = TYPE.matcher(source);
        assertThat(type.find()).isTrue();
        Path file = Files.writeString(classes.resolve(type.group(1) + ".java"), source);
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
        assertThat(COMPILER.getTask(null, FILES, null, options, null, FILES.getJavaFileObjects(file))
                        .call())
                .isTrue();
        return packed(jar, classes, service);
    }

    /** The promises that an updater of a jar breaks, as {@code verify} says them from a process of its own. */
    static List<String> broken(Path jar, String updater) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        ClassLoader users = UserJars.open(List.of(jar), own);
        thread.setContextClassLoader(users); // where a network that is restored looks for its rule
        try {
            return Contract.examine(Catalog.load(users).updater(updater)).stream()
                    .filter(finding -> finding.broken().isPresent())
                    .map(Finding::toString)
                    .toList();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private static Path packed(Path jar, Path classes, String service) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path compiled :
                    tree.filter(path -> path.toString().endsWith(".class")).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(compiled).toString()));
                entries.write(Files.readAllBytes(compiled));
            }
            if (!service.isEmpty()) {
                entries.putNextEntry(new JarEntry(SERVICE));
                entries.write(service.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
