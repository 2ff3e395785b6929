package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.wording.FolderCommands;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void of_many_files_that_were_left_out_the_first_are_named_and_the_others_counted() {
        assertThat(leftOut(20)).hasSize(20).last().isEqualTo("file 20");
        assertThat(leftOut(100_000))
                .hasSize(21)
                .contains("file 1", "file 20")
                .last()
                .isEqualTo("99980 files more");
    }

    private static List<String> leftOut(int files) {
        List<String> damaged =
                IntStream.rangeClosed(1, files).mapToObj(i -> "file " + i).toList();
        Comparison some =
                new Experiments().trial("sgd", 0.1, new double[] {1, 0.5}).comparison(1, 0);
        return new Comparison(
                        some.experiment(),
                        FolderCommands.of(""),
                        some.problems(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        0,
                        damaged,
                        List.of())
                .leftOut();
    }
}
