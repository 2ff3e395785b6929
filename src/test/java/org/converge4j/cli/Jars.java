package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes jars as strangers do: one source, compiled, and where it is an updater a service line. */
final class Jars {
    private static final String SERVICE = "META-INF/services/org.converge4j.catalog.UpdaterSettings";
    private static final Pattern TYPE = Pattern.compile("public (?:final )?(?:record|class) (\\w+)");

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
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(code).isZero();
        return packed(jar, classes, service);
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
