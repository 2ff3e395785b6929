package org.converge4j.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/** A headless Chromium, Chrome or Edge. Tabs share nothing but its process. */
public final class Browser implements AutoCloseable {
    /** Pages that a window draws of itself, and a process kept for the next page: nobody sees them, and each tab pays for them. */
    private static final String UNSEEN = String.join(
            ",",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup",
            "SpareRendererForSitePerProcess");

    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final Wire wire;

    private Browser(Path profile, Process process, Wire wire) {
        this.profile = profile;
        this.process = process;
        this.wire = wire;
    }

    /**
     * Starts a browser.
     *
     * @throws IOException if it does not start, or cannot open a page of the folder for temporary files, in one line
     */
    static Browser start(Path program) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("browser");
        Path page = Files.writeString(profile.resolve("page.html"), "<!doctype html><body data-drawn='all'>works");
        Process process = command(program, profile).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        CompletableFuture<String> words = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, words), "browser's log");
        reader.setDaemon(true);
        reader.start();
        try {
            Browser browser = new Browser(profile, process, Wire.to(address(words)));
            try (Tab tab = browser.tab(Screen.DESKTOP)) {
                tab.open(page.toUri().toString());
            }
            return browser;
        } catch (IOException | AssertionError failure) {
            process.destroy();
            throw new IOException(program + " is no browser that works: " + failure.getMessage(), failure);
        }
    }

    private static ProcessBuilder command(Path program, Path profile) {
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox", // root has none; the only pages are ours
                        "--disable-gpu",
                        "--in-process-gpu",
                        "--disable-features=" + UNSEEN,
                        "--disable-dev-shm-usage", // containers have little of it
                        "--disable-quic",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true);
        builder.environment().put("HOME", profile.toString()); // one that can be written
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        return builder;
    }

    /** Reads the log as long as the browser lives, for a full pipe would stop it; its words are its address, or its last. */
    private static void read(Process process, CompletableFuture<String> words) {
        String last = "it said nothing";
        try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    words.complete(matcher.group(1));
                }
                last = line;
            }
        } catch (IOException ended) {
            // its last line is known
        }
        words.complete(last);
    }

    private static URI address(CompletableFuture<String> words) throws IOException {
        String said = words.completeOnTimeout("it did not start in time", PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!said.startsWith("ws://")) {
            throw new IOException(said);
        }
        return URI.create(said);
    }

    /** Opens a tab with cookies and storage of its own. */
    public Tab tab(Screen screen) throws InterruptedException {
        return Tab.open(wire, screen);
    }

    @Override
    public void close() {
        wire.tell("Browser.close", Map.of());
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        wire.close();
        FileUtils.deleteQuietly(profile.toFile()); // its helpers may still be writing
    }
}
