package org.converge4j.cli.screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens files in the system's browser. */
public final class Browser {
    /** For so long an opener may take to find out that it cannot; a browser that it has become itself runs on. */
    private static final int SECONDS = 3;

    private final String system;
    private final Map<String, String> environment;

    /**
     * @param system its name, as {@code os.name} has it
     * @param environment of the process
     */
    public Browser(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    /** Opens a file; says whether something could. */
    public boolean open(Path file) throws InterruptedException {
        String address = file.toAbsolutePath().normalize().toUri().toString();
        for (List<String> opener : openers()) {
            List<String> command = new ArrayList<>(opener);
            command.add(address);
            if (starts(command)) {
                return true;
            }
        }
        return false;
    }

    /** What opens an address here, the first that works. */
    List<List<String>> openers() {
        List<List<String>> openers = new ArrayList<>();
        String chosen = environment.getOrDefault("BROWSER", "");
        if (!chosen.isBlank()) {
            openers.add(List.of(chosen.split(" +")));
        }
        if (system.contains("windows")) {
            openers.add(List.of("rundll32", "url.dll,FileProtocolHandler"));
        } else if (system.contains("mac")) {
            openers.add(List.of("open"));
        } else if (environment.containsKey("WSL_DISTRO_NAME")) {
            openers.add(List.of("wslview"));
        } else if (environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")) {
            openers.add(List.of("xdg-open"));
            openers.add(List.of("gio", "open"));
        }
        return openers;
    }

    private boolean starts(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
