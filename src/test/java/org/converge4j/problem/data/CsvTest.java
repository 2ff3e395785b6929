package org.converge4j.problem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.experiment.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CSV file becomes. */
class CsvTest {
    private static final SourceFile PETS = new SourceFile("pets.csv", "");

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
        Data data = csv(List.of(), "kind", Missing.IMPUTE, Standardise.NONE).load(folder);

        assertThat(data.columns().features()).containsExactly("weight", "colour=black", "colour=white", "age");
        assertThat(data.columns().classes()).containsExactly("cat", "dog");
        assertThat(data.y()).containsExactly(1, 0, 0, 1, 0, 1);
        assertThat(data.x()).containsExactly(1, 1, 0, 2, 3, 0, 1, 3, 5, 1, 0, 4); // the missing age is (2 + 4) / 2
    }

    @Test
    void several_targets_are_columns_of_y_in_the_order_of_the_file() {
        Data data = new Csv(
                        PETS,
                        List.of("age", "weight"),
                        "",
                        List.of("kind"),
                        List.of("colour"),
                        Missing.DROP,
                        Standardise.NONE,
                        0,
                        SourceFile.NONE,
                        1)
                .load(folder);

        assertThat(data.columns().targets()).containsExactly("weight", "age");
        assertThat(data.y()).containsExactly(1, 2, 5, 4);
    }

    /** Two values a, b have the sample's standard deviation |a − b| / √2, so they become ∓1/√2. */
    @Test
    void numbers_are_standardised_and_indicators_are_not() {
        Data data = csv(List.of(), "kind", Missing.DROP, Standardise.ALL).load(folder);

        double z = 1 / Math.sqrt(2);
        assertThat(data.x()).containsExactly(new double[] {-z, 1, -z, z, 1, z}, within(1e-15));
    }

    @Test
    void a_separate_file_is_the_test_part_and_may_bring_no_new_category() throws IOException {
        Files.writeString(folder.resolve("more.csv"), "weight,colour,age,kind\n3,black,3,dog\n3,red,3,cat\n");
        Csv csv = new Csv(
                PETS,
                List.of(),
                "kind",
                List.of(),
                List.of("colour"),
                Missing.DROP,
                Standardise.NONE,
                0,
                new SourceFile("more.csv", ""),
                1);

        assertThatThrownBy(() -> csv.load(folder))
                .hasMessage("more.csv:3: column colour: expected one of the training rows' black, found `red`");
    }

    private static Csv csv(List<String> ignore, String label, Missing missing, Standardise standardise) {
        return new Csv(PETS, List.of(), label, ignore, List.of("colour"), missing, standardise, 0, SourceFile.NONE, 1);
    }
}
