package org.converge4j.run.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.train.Environments;

/**
 * The kernel that OpenBLAS takes: the one that a user names, or else the one for what the processor can. OpenBLAS goes by a list of
 * processors, and on those that are younger than the list takes the kernel of an old one. A kernel whose instructions the processor lacks
 * kills a virtual machine without a word.
 */
public final class BlasKernel {
    /** Of one family of processors alone, and no longer of their maker's later ones. */
    private static final String FMA4 = "fma4";

    /** What kernels need, by Linux's names; those that are not here run on every processor that Java does. */
    private static final Map<String, String> NEEDS = Map.of(
            "sandybridge", "avx",
            "bulldozer", FMA4,
            "piledriver", FMA4,
            "steamroller", FMA4,
            "excavator", FMA4,
            "haswell", "avx2",
            "zen", "avx2",
            "skylakex", "avx512f",
            "cooperlake", "avx512f",
            "sapphirerapids", "avx512f");

    /** A kernel and what it needs, as OpenBLAS asks for it where it knows the maker but not the processor. */
    private record Able(String kernel, Set<String> needs) {}

    private static final List<Able> BEST_FIRST = List.of(
            new Able("SkylakeX", Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl")),
            new Able("Haswell", Set.of("avx2", "fma")));

    /** Of 2008: what has an optimising Java has its instructions. */
    private static final String OLD = "Nehalem";

    private BlasKernel() {}

    /** The same worker by an old kernel, as on another processor; nothing where there is none, or where it is taken anyway. */
    public static Optional<ProcessBuilder> old(ProcessBuilder worker) {
        boolean isX86 = System.getProperty("os.arch").equals("amd64");
        return isX86 && !OLD.equalsIgnoreCase(worker.environment().put(Environments.KERNEL, OLD))
                ? Optional.of(worker)
                : Optional.empty();
    }

    /**
     * Names the kernel, unless the user has, where the system says what the processor can.
     *
     * @param environment of the worker that is about to start
     * @throws RefusedException if the user names one that this processor cannot run
     */
    static void settle(Map<String, String> environment) {
        settle(environment, flags());
    }

    /**
     * @param processor what it can do, as far as the system says
     */
    static void settle(Map<String, String> environment, Set<String> processor) {
        String kernel = environment.getOrDefault(Environments.KERNEL, "");
        if (kernel.isEmpty()) {
            name(environment, processor);
            return;
        }
        String need = NEEDS.getOrDefault(kernel.toLowerCase(Locale.ROOT), "");
        if (!need.isEmpty() && !processor.isEmpty() && !processor.contains(need)) {
            throw new RefusedException("the environment variable " + Environments.KERNEL + ": "
                    + Mismatch.of(
                            "a kernel that this processor can run, or none",
                            kernel + ", which needs " + need.toUpperCase(Locale.ROOT)));
        }
    }

    private static void name(Map<String, String> environment, Set<String> processor) {
        for (Able able : BEST_FIRST) {
            if (processor.containsAll(able.needs())) {
                environment.put(Environments.KERNEL, able.kernel());
                return;
            }
        }
    }

    /** What the processor can do; nothing where the system does not say. */
    private static Set<String> flags() {
        try (BufferedReader lines = Files.newBufferedReader(Path.of("/proc/cpuinfo"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("flags")) {
                    return Set.copyOf(Arrays.asList(line.split(" ")));
                }
            }
        } catch (IOException notLinux) {
            // nothing is known
        }
        return Set.of();
    }
}
