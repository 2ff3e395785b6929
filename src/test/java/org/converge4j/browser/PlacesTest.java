package org.converge4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser is found where its installer puts it, on three systems, and one that does not work is said in one line. */
class PlacesTest {
    @TempDir
    Path folder;

    @Test
    void on_linux_it_is_on_the_path() throws IOException {
        Path chrome = program(folder.resolve("b/google-chrome"));
        Path chromium = program(folder.resolve("b/chromium"));
        Files.createDirectories(folder.resolve("a/chromium"));
        Places places =
                new Places("Linux", Map.of("PATH", folder.resolve("a") + File.pathSeparator + chrome.getParent()));

        assertThat(places.browsers()).startsWith(chromium, chrome);
        assertThat(places.usual())
                .contains(Path.of("/opt/google/chrome/chrome"), Path.of("/opt/microsoft/msedge/msedge"));
    }

    @Test
    void on_a_mac_it_is_an_application_of_all_or_of_the_user() throws IOException {
        String edge = "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
        Path own = program(folder.resolve(edge));
        Places places = new Places("Mac OS X", Map.of("HOME", folder.toString()));

        assertThat(places.browsers()).contains(own);
        assertThat(places.usual())
                .contains(Path.of("/" + edge))
                .contains(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    }

    @Test
    void on_windows_it_is_among_the_programs() throws IOException {
        Path edge = program(folder.resolve("x86/Microsoft/Edge/Application/msedge.exe"));
        Path chrome = program(folder.resolve("local/Google/Chrome/Application/chrome.exe"));
        Places places = new Places(
                "Windows 11",
                Map.of("ProgramFiles(x86)", folder + "/x86", "LOCALAPPDATA", folder + "/local", "PATH", ""));

        assertThat(places.browsers()).containsExactly(edge, chrome);
    }

    @Test
    void a_package_manager_is_asked_only_by_whoever_it_serves() throws IOException {
        program(folder.resolve("apt-get"));
        Places debian = new Places("Linux", Map.of("PATH", folder.toString()));
        assertThat(Installer.here(debian, "root"))
                .get()
                .extracting(Installer::program)
                .isEqualTo("apt-get");
        assertThat(Installer.here(debian, "somebody")).isEmpty();
        assertThat(Installer.here(new Places("Linux", Map.of("PATH", "")), "root"))
                .isEmpty();
    }

    @Test
    void what_is_no_browser_is_said_in_one_line() throws IOException {
        Path lame = program(folder.resolve("lame"));
        Files.writeString(lame, "#!/bin/sh\necho cannot open display\nexit 1\n");

        assertThatThrownBy(() -> Browser.start(lame))
                .isInstanceOf(IOException.class)
                .hasMessage(lame + " is no browser that works: cannot open display");
        assertThatThrownBy(() -> Browser.start(folder.resolve("absent")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent");
    }

    private static Path program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
