package org.converge4j.problem.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.Data;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents' table says to write reads the file beside it. */
class DocumentedTablesTest {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    @TempDir
    Path folder;

    @Test
    void what_it_says_to_write_reads_the_file() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/data-and-models.md"));
        int heading = lines.indexOf("| my file looks like this | write this |");
        List<String> rows = lines.stream()
                .skip(heading + 2L)
                .takeWhile(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(9).allSatisfy(this::isRead);
    }

    private void isRead(String row) throws IOException {
        String[] cells = row.split("\\|", -1);
        List<String> file = code(cells[1]);
        Charset encoding = row.contains("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        Files.write(folder.resolve("my.csv"), (String.join("\n", file) + "\n").getBytes(encoding));

        Data data = ProblemFile.load(
                        folder, "data: { csv: { file: my.csv, " + code(cells[2]).get(0) + " } }, network: linear")
                .data();

        assertThat(data.rows()).isBetween(1, file.size());
        assertThat(Arrays.stream(data.x())).allMatch(Double::isFinite);
        assertThat(data.understood()).hasSizeGreaterThan(2);
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
