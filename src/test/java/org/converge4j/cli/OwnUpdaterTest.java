package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** The updater that docs/updaters.md shows, compiled from its text and put on {@code --jar}; and jars that cannot be used. */
class OwnUpdaterTest {
    private static final String SERVICE = "META-INF/services/org.converge4j.catalog.UpdaterSettings";

    @TempDir
    Path folder;

    private String source = "";
    private String serviceLine = "";

    @BeforeEach
    void readReadme() throws IOException {
        String readme = Files.readString(Path.of("docs/updaters.md"));
        String section = readme.substring(readme.indexOf("## Add your own updater"));
        source = group("```java\n(.*?)```", section);
        serviceLine = group("echo (\\S+) > out/" + Pattern.quote(SERVICE), section);
    }

    @Test
    void the_readmes_updater_is_listed_explained_verified_and_run() throws IOException {
        Path jar = jar("own.jar", source, serviceLine);

        assertThat(Cli.run("list", "updaters", "--jar", jar).out()).contains("yours", "    addSign  ");
        assertThat(Cli.run("explain", "addSign", "--jar", jar).out()).contains("Bello");
        Cli verify = Cli.run("verify", "addSign", "--jar", jar);
        assertThat(verify.out()).doesNotContain("BROKEN").contains("kept    settings survive DL4J's JSON");
        assertThat(verify.code()).isZero();
        Cli run = Cli.experiment(folder, """
            name: own
            problem: { data: randn }
            updaters: [sgd, addSign: { learningRate: [1e-5, 1e-4] }]
            seeds: 1
            budget: { steps: 10 }
            """, "--jar", jar);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("addSign");
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("results/report.md"))
                .content()
                .contains("addSign")
                .containsPattern("run results/experiment.yaml --out results --rates [^ ]+ --jar own.jar`");
        assertThat(Cli.run("report", folder.resolve("results"), "--jar", jar).code())
                .isZero();
    }

    @Test
    void a_jar_that_is_missing_is_named() {
        refused(folder.resolve("none.jar"), "none.jar: no such file.");
    }

    @Test
    @DisabledOnOs(
            value = WINDOWS,
            disabledReason = "its names hold no colon, and its class paths are parted by semicolons")
    void a_jar_whose_path_parts_a_class_path_is_named() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a:b"));
        refused(Files.copy(jar("own.jar", source, serviceLine), odd.resolve("own.jar")), "expected a path without `:`");
    }

    @Test
    void a_jar_that_is_no_jar_is_named() throws IOException {
        refused(Files.writeString(folder.resolve("text.jar"), "no jar"), "text.jar: not a jar that can be read");
    }

    @Test
    void a_jar_without_a_service_line_is_named() throws IOException {
        Path jar = folder.resolve("mute.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("nothing"));
        }
        refused(jar, "mute.jar: holds no class and names no updater");
    }

    @Test
    void a_class_that_is_not_in_the_jar_is_named() throws IOException {
        refused(jar("empty.jar", source, "com.example.Absent"), "names com.example.Absent, which it does not hold");
    }

    @Test
    void a_class_that_fails_to_load_is_named() throws IOException {
        String broken = source.replace("this(", "this(1 / Integer.parseInt(\"0\") + ");
        refused(jar("broken.jar", broken, serviceLine), "broken.jar: com.example.AddSign cannot be used");
    }

    @Test
    void two_updaters_of_one_name_are_both_named() throws IOException {
        Path one = jar("one.jar", source, serviceLine);
        Path two = jar(
                "two.jar",
                source.replace("com.example", "com.example.two"),
                serviceLine.replace("example", "example.two"));
        Cli cli = Cli.run("list", "--jar", one, "--jar", two);
        assertThat(cli.err()).contains("two variants called addSign", "one.jar", "two.jar");
        assertThat(cli.code()).isEqualTo(2);
    }

    @Test
    void an_unknown_updater_or_setting_is_told_the_nearest() {
        assertThat(Cli.run("explain", "torchAdamX").err()).contains("Did you mean torchAdam");
        assertThat(Cli.run("verify", "lino").err()).contains("Did you mean lion?");
        Cli setting = Cli.run("explain", "torchSgd", "momentm=0.9");
        assertThat(setting.err()).contains("Did you mean momentum?");
        assertThat(setting.code()).isEqualTo(2);
        assertThat(Cli.run("explain", "torchSgd", "momentum=2").err())
                .contains("torchSgd.momentum: expected a number at least 0 and below 1, found `2`.");
    }

    private static void refused(Path jar, String complaint) {
        Cli cli = Cli.run("list", "--jar", jar);
        assertThat(cli.err()).contains(complaint);
        assertThat(cli.err().strip().lines()).hasSize(1);
        assertThat(cli.code()).isEqualTo(2);
    }

    private Path jar(String name, String text, String service) throws IOException {
        return Jars.of(folder.resolve(name), text, service);
    }

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
