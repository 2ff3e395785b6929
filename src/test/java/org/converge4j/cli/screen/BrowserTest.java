package org.converge4j.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    Path folder;

    @Test
    void every_system_has_an_opener_of_its_own() {
        assertThat(openers("Windows 11", Map.of())).containsExactly(List.of("rundll32", "url.dll,FileProtocolHandler"));
        assertThat(openers("Mac OS X", Map.of())).containsExactly(List.of("open"));
        assertThat(openers("Linux", Map.of("DISPLAY", ":0"))).startsWith(List.of("xdg-open"));
        assertThat(openers("Linux", Map.of("WSL_DISTRO_NAME", "Ubuntu"))).containsExactly(List.of("wslview"));
        assertThat(openers("Linux", Map.of())).isEmpty();
        assertThat(openers("Linux", Map.of("BROWSER", "firefox -private-window")))
                .containsExactly(List.of("firefox", "-private-window"));
    }

    @Test
    @DisabledOnOs(WINDOWS) // the browser of this test is a shell script
    void the_browser_is_given_the_address_of_the_file() throws IOException, InterruptedException {
        Path seen = folder.resolve("seen");
        Path script = Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$1\" >" + seen + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();

        boolean opened = new Browser("Linux", Map.of("BROWSER", script.toString())).open(folder.resolve("a page.html"));

        assertThat(opened).isTrue();
        assertThat(seen).content().startsWith("file:///").endsWith("a%20page.html\n");
    }

    @Test
    void a_browser_that_is_not_there_or_fails_is_none() throws InterruptedException {
        assertThat(new Browser("Linux", Map.of("BROWSER", folder + "/none")).open(folder))
                .isFalse();
        assertThat(new Browser("Linux", Map.of()).open(folder)).isFalse();
    }

    private static List<List<String>> openers(String system, Map<String, String> environment) {
        return new Browser(system, environment).openers();
    }
}
