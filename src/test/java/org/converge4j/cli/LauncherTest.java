package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong around the program is one line of its launcher, before Java could say it otherwise. */
@DisabledOnOs(value = WINDOWS, disabledReason = "it has a launcher of its own")
class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void a_colon_in_the_installation_folders_name_is_one_line() throws IOException, InterruptedException {
        Path home = install("a:b");

        assertThat(start(List.of(home.resolve("converge").toString()), Map.of()))
                .isEqualTo("converge: expected an installation folder without a colon, which parts a class path, found "
                        + home + "; move it.\nexit 2\n");
    }

    @Test
    void a_folder_that_is_gone_is_one_line() throws IOException, InterruptedException {
        Path home = install("home");
        Path gone = folder.resolve("gone");

        assertThat(start(
                        List.of(
                                "sh",
                                "-c",
                                "mkdir " + gone + " && cd " + gone + " && rmdir " + gone + "; exec " + home
                                        + "/converge --version"),
                        Map.of()))
                .endsWith("converge: the folder that it was started in is gone; start it in another.\nexit 2\n")
                .doesNotContain("Error occurred", "building");
    }

    @Test
    void too_few_open_files_are_one_line() throws IOException, InterruptedException {
        Path home = install("home");

        assertThat(start(List.of("sh", "-c", "ulimit -n 64; exec " + home + "/converge --version"), Map.of()))
                .isEqualTo("""
                        converge: expected at least 256 open files to be allowed, found 64; ulimit -n 256 allows them.
                        exit 2
                        """);
        assertThat(start(List.of("sh", "-c", "ulimit -Sn 64; exec " + home + "/converge --version"), Map.of()))
                .as("where raising it is allowed")
                .endsWith("exit 0\n");
    }

    @Test
    void java_is_started_in_a_locale_that_can_write_every_name() throws IOException, InterruptedException {
        String converge = install("größe").resolve("converge").toString();

        for (Map<String, String> locale : List.of(
                Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"), Map.of("LANG", ""), Map.<String, String>of())) {
            assertThat(start(List.of(converge), locale)).contains("locale C.UTF-8");
        }
        assertThat(start(List.of(converge), Map.of("LANG", "de_DE.UTF-8")))
                .as("one that can is left alone")
                .contains("locale \n");
    }

    @Test
    void what_was_kept_for_another_java_is_made_anew() throws IOException, InterruptedException {
        Path home = install("moved");
        assertThat(start(List.of(home + "/converge"), Map.of())).doesNotContain("quick starts");
        Files.writeString(home.resolve("target/archives/tried"), home + " /elsewhere/bin/java\n");

        assertThat(start(List.of(home + "/converge"), Map.of())).contains("preparing quick starts");
        assertThat(start(List.of(home + "/converge"), Map.of())).doesNotContain("quick starts");
    }

    /** A copy of the launcher that finds its build finished, and a Java that says in which locale it was started. */
    private Path install(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path archives = Files.createDirectories(home.resolve("target/archives"));
        Files.createFile(home.resolve("target/converge4j.jar"));
        Files.copy(Path.of("converge"), home.resolve("converge"));
        executable(home.resolve("converge"));
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"locale ${LC_ALL:-}\"\n");
        executable(java);
        Files.writeString(archives.resolve("tried"), home + " " + java.toRealPath() + "\n");
        return home;
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String start(List<String> command, Map<String, String> locale) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().putAll(locale);
        Path home = Path.of(
                command.get(command.size() - 1).replaceFirst("^.*exec ", "").replaceFirst(" .*$", ""));
        builder.environment().put("JAVA_HOME", home.resolveSibling("jdk").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor() + "\n";
    }
}
