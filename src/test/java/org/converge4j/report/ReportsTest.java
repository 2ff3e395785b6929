package org.converge4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.converge4j.catalog.Catalog;
import org.converge4j.wording.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Pattern PICTURE = Pattern.compile("]\\((plots/[^)]+)\\)");

    /** Whoever stops the program while it writes finds no report that shows what is not there. */
    @Test
    void a_report_is_there_once_all_that_it_shows_is(@TempDir Path folder) throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("plots"), "no folder");
        assertThatThrownBy(() -> write(folder)).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("report.md")).doesNotExist();

        Files.delete(inTheWay);
        write(folder);
        List<String> pictures = PICTURE.matcher(Files.readString(folder.resolve("report.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(pictures)
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(folder.resolve(picture)).exists());
    }

    private static void write(Path folder) {
        Reports.write(Samples.grid(""), Catalog.load(ReportsTest.class.getClassLoader()), folder, Language.EN);
    }
}
