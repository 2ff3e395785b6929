package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.result.Released;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of strangers reach no terminal, report, table or file name as anything but text. */
class HostileTextTest {
    /** Moves the cursor, reverses the line, ends the line, a cell, a fence, an element, and shows a picture. */
    private static final String HOSTILE =
            "\u001b[2J\u009b1A\u202e\\n\\r|`````\\n</summary><img src=x>![i](https://example.org/i.png) www.example.org &#8238; ~~=1+1";

    @TempDir
    Path folder;

    private Path sent = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        sent = Released.copyTo(Released.SENT, folder.resolve("sent"));
    }

    @Test
    void of_a_label_a_question_and_an_axis() throws IOException {
        change("experiment.json", "\"label\":\"torchAdam\"", "\"label\":\"" + HOSTILE + "\"");
        change("experiment.json", "\"question\":\"Which", "\"question\":\"" + HOSTILE);
        change("measurements.json", "\"stiffest direction\"", "\"" + HOSTILE + "\"");

        Cli report = Cli.run("report", sent, "--tensorboard");

        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.out()).contains("\\u001b[2J\\u009b1A\\u202e\\u000a");
        isClean(report);
    }

    @Test
    void of_an_imported_curve() throws IOException {
        Path curves = Files.writeString(folder.resolve("curves.csv"), """
                problem,updater,label,learning_rate,seed,step,loss
                rows,=cmd,"=HYPERLINK(""x"") \u001b[31m\u202e
                x",0.1,1,0,2
                """);

        Cli report = Cli.run("report", sent, "--import", curves);

        assertThat(report.code()).as(report.err()).isZero();
        isClean(report);
        assertThat(Files.readString(sent.resolve("summary.csv")))
                .contains("rows,'=cmd (imported),\"'=HYPERLINK(\"\"x\"\") \\u001b[31m\\u202e\\u000ax (imported)\"");
    }

    @Test
    void of_a_folders_name() throws IOException {
        Path named = folder.resolve("a\u001b[31m\u202eb");
        Files.move(sent, named);

        Cli report = Cli.run("report", named);
        Cli compare = Cli.run("compare", named, folder.resolve("\u001b[31mnowhere"));

        assertThat(report.out() + report.err() + compare.err())
                .doesNotContain("\u001b", "\u202e")
                .contains("a\\u001b[31m\\u202eb");
    }

    private void change(String name, String from, String to) throws IOException {
        String text = Files.readString(sent.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(sent.resolve(name), text.replace(from, to.replace("\u001b", "\\u001b")));
    }

    private void isClean(Cli report) throws IOException {
        assertThat(report.out() + report.err()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        for (String name : List.of("report.md", "curves.csv", "summary.csv")) {
            isClean(name, Files.readString(sent.resolve(name)));
        }
        String page = Files.readString(sent.resolve("report.html"));
        int data = page.indexOf("id=\"data\"");
        isClean("title", page.substring(page.indexOf("<title>"), page.indexOf("</title>")));
        isClean("data", page.substring(data, page.indexOf("</script>", data)).replace("\\n", "")); // code has lines
        String markdown = Files.readString(sent.resolve("report.md"));
        assertThat(markdown).doesNotContain("<img", "![i](", "https://example.org", " www.example.org", " &#8238;");
        try (Stream<Path> files = Files.walk(sent)) {
            assertThat(files.map(Path::toString))
                    .allMatch(file -> file.codePoints().noneMatch(Character::isISOControl));
        }
    }

    private static void isClean(String where, String text) {
        assertThat(text).as(where).matches(HostileTextTest::isReadable, "readable");
    }

    private static boolean isReadable(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n' || (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT));
    }
}
