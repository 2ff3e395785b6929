package org.converge4j.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.converge4j.result.Environment;
import org.nd4j.linalg.factory.Nd4j;

/** Reads the environment of this virtual machine; starts ND4J to ask it for its backend. */
public final class Environments {
    /** The variable by which a user tells OpenBLAS which kernel to take. */
    public static final String KERNEL = "OPENBLAS_CORETYPE";

    private Environments() {}

    /** What could explain the numbers made here. */
    public static Environment here() {
        Properties versions = versions();
        Properties nd4j = Nd4j.getExecutioner().getEnvironmentInformation();
        return new Environment(
                versions.getProperty("converge4j"),
                versions.getProperty("dl4j"),
                Nd4j.getBackend().getClass().getSimpleName() + " with " + nd4j.getProperty("blas.vendor", "BLAS")
                        + kernel(),
                System.getProperty("java.version") + " " + System.getProperty("java.vm.name"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processor(),
                Integer.parseInt(System.getenv().getOrDefault("OMP_NUM_THREADS", "0")));
    }

    /** The kernel that BLAS says it took, or else the one that the user told it to take; the processor's name tells others. */
    private static String kernel() {
        String told = System.getenv().getOrDefault(KERNEL, "");
        return LoadedKernel.name()
                .or(() -> told.isEmpty() ? Optional.empty() : Optional.of(told))
                .map(name -> ", kernel " + name)
                .orElse("");
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = Environments.class.getResourceAsStream("/org/converge4j/version.properties")) {
            versions.load(in);
            return versions;
        } catch (IOException broken) {
            throw new AssertionError("version.properties is part of the jar", broken);
        }
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown");
        }
    }
}
