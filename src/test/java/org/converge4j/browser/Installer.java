package org.converge4j.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A package manager that can give a browser.
 *
 * @param program its command
 * @param words what installs a browser without a question
 * @param forRoot whether only root may
 */
record Installer(String program, List<String> words, boolean forRoot) {
    private static final long LONGEST_MINUTES = 10;

    /** Windows is not here: Edge is a part of it. */
    private static final List<Installer> KNOWN = List.of(
            root("apt-get", "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium"),
            root("dnf", "dnf install -y -q chromium"),
            root("apk", "apk add --quiet chromium"),
            root("zypper", "zypper --quiet --non-interactive install chromium"),
            root("pacman", "pacman -S --noconfirm --quiet chromium"),
            new Installer("brew", List.of("sh", "-c", "brew install --quiet --cask google-chrome"), false));

    private static Installer root(String program, String command) {
        return new Installer(program, List.of("sh", "-c", command), true);
    }

    /** The one that is here and that this user may use. */
    static Optional<Installer> here(Places places, String user) {
        return KNOWN.stream()
                .filter(known -> known.forRoot == user.equals("root"))
                .filter(known -> places.program(known.program).isPresent())
                .findFirst();
    }

    /** Installs a browser, or fails to, which is said in one line. */
    void run() throws IOException, InterruptedException {
        System.err.println("No browser is here to test the page in: asking " + program + " for one.");
        Path log = Files.createTempFile("browser", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        process.getOutputStream().close(); // no question can be answered
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        if (process.waitFor() != 0) {
            List<String> lines = Files.readAllLines(log);
            System.err.println(
                    program + " has none: " + (lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1)));
        }
        Files.delete(log);
    }
}
