package org.converge4j.run.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A heap in large pages, where the kernel gives them to whoever asks: a brief command then takes a sixth less processor time, for
 * it has 30,000 page faults instead of 83,000. Where the kernel gives none, Java would print a warning.
 */
final class LargePages {
    private static final Path LINUX = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private LargePages() {}

    /** What a virtual machine is started with here. */
    static List<String> options() {
        return options(LINUX);
    }

    /**
     * @param setting of the kernel, which need not exist: its choices, the one taken in brackets
     */
    static List<String> options(Path setting) {
        try {
            String choices = Files.readString(setting);
            return choices.contains("[madvise]") || choices.contains("[always]")
                    ? List.of("-XX:+UseTransparentHugePages")
                    : List.of();
        } catch (IOException otherSystem) {
            return List.of();
        }
    }
}
