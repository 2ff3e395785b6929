package org.converge4j.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are: the names and folders under which Chromium, Chrome and Edge are usually installed.
 *
 * @param system the operating system's name, as {@code os.name} has it
 * @param environment the environment's variables
 */
record Places(String system, Map<String, String> environment) {
    private static final List<String> NAMES = List.of(
            "chromium",
            "google-chrome",
            "google-chrome-stable",
            "chromium-browser",
            "chrome",
            "microsoft-edge",
            "microsoft-edge-stable",
            "msedge");

    private static final List<String> LINUX = List.of(
            "/opt/google/chrome/chrome",
            "/opt/microsoft/msedge/msedge",
            "/usr/lib/chromium/chromium",
            "/usr/lib64/chromium-browser/chromium-browser");

    private static final List<String> MAC = List.of("Google Chrome", "Chromium", "Microsoft Edge");

    private static final List<String> WINDOWS = List.of(
            "Google\\Chrome\\Application\\chrome.exe",
            "Chromium\\Application\\chrome.exe",
            "Microsoft\\Edge\\Application\\msedge.exe");

    static Places here() {
        return new Places(System.getProperty("os.name"), System.getenv());
    }

    /** Every browser that is installed, the likeliest first. */
    List<Path> browsers() {
        Stream<Path> named = NAMES.stream().flatMap(name -> program(name).stream());
        return Stream.concat(named, usual().stream().filter(Files::isExecutable))
                .distinct()
                .toList();
    }

    /** A program of a name on the PATH. */
    Optional<Path> program(String name) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, starts("windows") ? name + ".exe" : name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The whole paths at which installers put a browser, there or not. */
    List<Path> usual() {
        if (starts("windows")) {
            return under(List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"), WINDOWS);
        }
        if (starts("mac")) {
            List<String> bundles = MAC.stream()
                    .map(name -> "Applications/" + name + ".app/Contents/MacOS/" + name)
                    .toList();
            Stream<Path> ofAll = bundles.stream().map(bundle -> Path.of("/", bundle));
            return Stream.concat(ofAll, under(List.of("HOME"), bundles).stream())
                    .toList();
        }
        return LINUX.stream().map(Path::of).toList();
    }

    private List<Path> under(List<String> variables, List<String> files) {
        List<Path> paths = new ArrayList<>();
        for (String variable : variables) {
            String folder = environment.get(variable);
            if (folder != null) {
                files.forEach(file -> paths.add(Path.of(folder, file.replace('\\', File.separatorChar))));
            }
        }
        return paths;
    }

    private boolean starts(String name) {
        return system.toLowerCase(Locale.ROOT).startsWith(name);
    }
}
