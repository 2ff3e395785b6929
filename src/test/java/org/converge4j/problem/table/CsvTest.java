package org.converge4j.problem.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.Data;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CSV file becomes. */
class CsvTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("pets.csv"), """
                weight,colour,age,kind
                1,black,2,cat
                3,white,?,dog
                5,black,4,"dog"
                """);
    }

    @Test
    void labels_become_one_column_a_class_and_categories_one_column_a_level_in_alphabetical_order() {
        Data data = pets("label: kind, categorical: [colour], missing: impute");

        assertThat(data.columns().features()).containsExactly("weight", "colour=black", "colour=white", "age");
        assertThat(data.columns().classes()).containsExactly("cat", "dog");
        assertThat(data.y()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(data.x()).containsExactly(1, 1, 0, 2, 3, 0, 1, 3, 5, 1, 0, 4); // the missing age is (2 + 4) / 2
    }

    @Test
    void several_targets_are_columns_of_y_in_the_order_of_the_file() {
        Data data = pets("target: [age, weight], ignore: [kind], categorical: [colour], missing: drop");

        assertThat(data.columns().targets()).containsExactly("weight", "age");
        assertThat(data.y()).containsExactly(1, 2, 5, 4);
    }

    /** Two values a, b have the sample's standard deviation |a − b| / √2, so they become ∓1/√2. */
    @Test
    void numbers_are_standardised_and_indicators_are_not() {
        Data data = pets("label: kind, categorical: [colour], missing: drop, standardise: all");

        double z = 1 / Math.sqrt(2);
        assertThat(data.x()).containsExactly(new double[] {-z, 1, -z, z, 1, z}, within(1e-15));
    }

    @Test
    void a_separate_file_is_the_test_part_and_may_bring_no_new_category() throws IOException {
        Files.writeString(folder.resolve("more.csv"), "weight,colour,age,kind\n3,black,3,dog\n3,red,3,cat\n");

        assertThatThrownBy(() -> pets("label: kind, categorical: [colour], missing: drop, testFile: more.csv"))
                .hasMessage("more.csv:3:3: column colour: expected one of the training rows' black, found `red`");
    }

    @Test
    void a_separate_file_may_have_its_columns_in_another_order() throws IOException {
        Files.writeString(folder.resolve("more.csv"), "kind;age;weight;colour\ncat;3;2,5;black\n");

        Data test = pets("label: kind, categorical: [colour], missing: drop, testFile: more.csv")
                .test()
                .orElseThrow();

        assertThat(test.x()).containsExactly(2.5, 1, 3);
        assertThat(test.y()).containsExactly(1, 0);
    }

    /** (1, 2, 3, 5) has mean 11/4 and variance (49 + 9 + 1 + 81) / 16 / 3. */
    @Test
    void pixels_are_scaled_alike_and_may_be_constant() throws IOException {
        Files.writeString(folder.resolve("pets.csv"), "a,b,dark,y\n1,2,2.75,0\n3,5,2.75,1\n");

        Data data = pets("target: y, ignore: [dark], standardise: pixels");
        Data dark = pets("target: y, standardise: pixels");

        double deviation = Math.sqrt(140 / 16.0 / 3);
        assertThat(data.x())
                .containsExactly(
                        new double[] {-1.75 / deviation, -0.75 / deviation, 0.25 / deviation, 2.25 / deviation},
                        within(1e-15));
        assertThat(dark.x()).hasSize(6);
        assertThat(dark.x()[2]).isZero(); // 2.75, the mean of 1, 2, 2.75, 3, 5, 2.75
    }

    /** Of 1 to 9 and 100 the mean is 14.5 and the sum of squares about it 8182.5, of which 100 alone has 7310.25. */
    @Test
    void a_number_that_makes_most_of_a_targets_variance_is_named_with_its_line() throws IOException {
        Files.writeString(folder.resolve("far.csv"), "x,y\n1,1\n2,2\n3,3\n4,4\n5,100\n6,5\n7,6\n8,7\n9,8\n10,9\n");
        Files.writeString(folder.resolve("near.csv"), "x,y\n1,1\n2,2\n3,3\n4,4\n5,12\n6,5\n7,6\n8,7\n9,8\n10,9\n");

        assertThat(read("file: far.csv, target: y").understood())
                .contains("  target: y (100 in line 6 alone makes 89.3 % of its variance)");
        assertThat(read("file: near.csv, target: y").understood()).contains("  target: y");
    }

    @Test
    void a_label_of_many_numbers_may_be_meant_as_a_target() throws IOException {
        String rows =
                IntStream.range(0, 60).mapToObj(i -> i + "," + i % 30 / 10.0).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("numbers.csv"), "x,y\n" + rows + "\n");

        assertThat(read("file: numbers.csv, label: y").understood())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  label y: 0.0 2 (3.33 %)")
                        .endsWith("30 in all (numbers; target: y predicts them as such)"));
        assertThat(pets("label: kind, categorical: [colour], missing: drop").understood())
                .noneMatch(line -> line.contains("predicts them"));
    }

    private Data pets(String settings) {
        return read("file: pets.csv, " + settings);
    }

    private Data read(String settings) {
        return ProblemFile.load(folder, "data: { csv: { " + settings + " } }, network: linear")
                .data();
    }
}
