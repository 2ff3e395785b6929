package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report --publish}: a folder of reports with an index. */
class PublishTest {
    private static final String SMALL = """
            name: %s
            question: Is <b>%s</b> "quick"?
            problem: { name: randn, data: randn }
            updaters: [{ sgd: { learningRate: 0.01 } }, adam]
            seeds: 2
            budget: { steps: 5 }
            """;

    @TempDir
    Path folder;

    @Test
    void an_index_lists_question_answer_and_picture_of_every_report() throws IOException {
        Path pages = folder.resolve("pages");
        for (String name : new String[] {"one", "two"}) {
            Path own = Files.createDirectories(folder.resolve(name));
            assertThat(Cli.experiment(own, SMALL.formatted(name, name)).code()).isZero();
            Cli report = Cli.run("report", own.resolve("results"), "--publish", pages);
            assertThat(report.code()).as(report.err()).isZero();
            assertThat(report.out()).contains("published: " + pages.resolve("index.html"));
        }

        assertThat(pages.resolve("index.html"))
                .content()
                .contains("href=\"one/report.html\"", "href=\"two/report.html\"", "one/plots/convergence-randn.png")
                .contains("Is &lt;b&gt;one&lt;/b&gt; &quot;quick&quot;?")
                .doesNotContain("<b>");
        assertThat(pages.resolve("one/report.html")).isNotEmptyFile();
        assertThat(pages.resolve("two/plots/convergence-randn.png")).isNotEmptyFile();
    }

    @Test
    void a_folder_of_other_things_stays_as_it_is() throws IOException {
        assertThat(Cli.experiment(folder, SMALL.formatted("one", "one")).code()).isZero();
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Path index = Files.writeString(mine.resolve("index.html"), "my own page");

        Cli report = Cli.run("report", folder.resolve("results"), "--publish", mine);

        assertThat(report.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(report.err().lines())
                .singleElement()
                .asString()
                .startsWith(mine + ": expected a new or empty folder");
        assertThat(index).hasContent("my own page");
        assertThat(mine).isDirectoryNotContaining("glob:**.{csv,md}");
    }
}
