package org.converge4j.browser;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which browser the tests drive: the one that the variable CONVERGE_BROWSER names, and that one has to work; else one that is
 * installed; else one that a package manager gives. Where the variable says {@code none}, there is none.
 */
final class BrowserChoice {
    private static final String VARIABLE = "CONVERGE_BROWSER";

    private static final String NONE =
            "SKIPPED: what the report's page does in a browser, for none was found; install Chromium,"
                    + " Chrome or Edge, or name it in the variable " + VARIABLE + ".";

    /** The same for all processes of one build. */
    private static final String BUILD = System.getProperty(
            "converge.build", "process " + ProcessHandle.current().pid());

    private BrowserChoice() {}

    /**
     * Starts the browser; empty if there is none, which is said in one line, once a build.
     *
     * @throws IOException if the browser that the variable names does not work
     */
    static Optional<Browser> start() throws IOException, InterruptedException {
        String named = System.getenv().getOrDefault(VARIABLE, "");
        return named.isEmpty() || named.equals("none")
                ? search(named.isEmpty())
                : Optional.of(Browser.start(Path.of(named)));
    }

    /** Where processes test side by side, one looks and installs, and the others find what it has brought. */
    private static Optional<Browser> search(boolean allowed) throws IOException, InterruptedException {
        Path file = Files.createDirectories(Path.of("target")).resolve("no-browser");
        try (RandomAccessFile missing = new RandomAccessFile(file.toFile(), "rw");
                FileLock lock = missing.getChannel().lock()) {
            Optional<Browser> browser = allowed ? installed() : Optional.empty();
            if (browser.isEmpty() && lock.isValid() && !BUILD.equals(missing.readLine())) {
                browser = allowed ? broughtBy(Installer.here(Places.here(), System.getProperty("user.name"))) : browser;
                if (browser.isEmpty()) {
                    missing.setLength(0);
                    missing.writeBytes(BUILD);
                    System.err.println(NONE);
                }
            }
            return browser;
        }
    }

    private static Optional<Browser> installed() throws InterruptedException {
        List<Path> places = Places.here().browsers();
        for (Path place : places) {
            try {
                return Optional.of(Browser.start(place));
            } catch (IOException unusable) {
                System.err.println(unusable.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Optional<Browser> broughtBy(Optional<Installer> installer) throws IOException, InterruptedException {
        if (installer.isPresent()) {
            installer.get().run();
        }
        return installed();
    }
}
