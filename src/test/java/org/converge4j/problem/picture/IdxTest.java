package org.converge4j.problem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files byte by byte as MNIST's page describes them. */
class IdxTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void three_pictures_of_two_by_two() throws IOException {
        write("images", 0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 255, 51, 0, 1, 2, 3, 4, 255, 255, 255, 255);
        write("labels", 0, 0, 8, 1, 0, 0, 0, 3, 2, 0, 1);
    }

    @Test
    void are_numbers_from_0_to_1_and_a_column_for_each_class() {
        Data data = idx("images", "labels", 0);

        assertThat(data.rows()).isEqualTo(3);
        assertThat(data.x()).startsWith(0, 1, 0.2, 0, 1 / 255.0);
        assertThat(data.y()).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
        assertThat(data.columns().classes()).containsExactly("0", "1", "2");
    }

    @Test
    void may_be_gzipped_and_cut_and_have_a_test_part() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(folder.resolve("images"), out);
        }
        Files.write(folder.resolve("images.gz"), packed.toByteArray());

        assertThat(idx("images.gz", "labels", 0).hash())
                .isEqualTo(idx("images", "labels", 0).hash());
        assertThat(idx("images.gz", "labels", 2).rows()).isEqualTo(2);
        Data tested = new Idx(file("images"), file("labels"), file("images.gz"), file("labels"), 2).load(folder);
        assertThat(tested.rows()).isEqualTo(2);
        assertThat(tested.test().orElseThrow().rows()).isEqualTo(3);
        assertThat(tested.targets()).isEqualTo(3);
    }

    @Test
    void say_what_is_wrong_with_them() throws IOException {
        write("cut", 0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 255);
        write("floats", 0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0);
        write("few", 0, 0, 8, 1, 0, 0, 0, 2, 2, 0);
        write("huge", 0, 0, 8, 3, 127, 255, 255, 255, 0, 0, 2, 0, 0, 0, 2, 0);

        refused("missing", "labels", "missing: there is no such file");
        refused("cut", "labels", "cut: expected as many numbers as it announces, found fewer");
        refused(
                "floats",
                "labels",
                "floats: expected a file of MNIST's format, of unsigned bytes in 1 to 4 dimensions, found one that begins with 00000d01");
        refused("images", "few", "few: expected a label for each of 3 pictures, found 2 of 1 numbers");
        refused("huge", "labels", "huge: expected at most 250000000 numbers, found 2147483647 rows of 262144 columns");
    }

    private void refused(String images, String labels, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> idx(images, labels, 0))
                .withMessage(why);
    }

    private Data idx(String images, String labels, int rows) {
        return new Idx(file(images), file(labels), SourceFile.NONE, SourceFile.NONE, rows).load(folder);
    }

    private static SourceFile file(String name) {
        return new SourceFile(name, "");
    }

    private void write(String name, int... bytes) throws IOException {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        Files.write(folder.resolve(name), raw);
    }
}
