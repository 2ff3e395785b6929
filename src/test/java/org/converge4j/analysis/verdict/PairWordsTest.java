package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairWordsTest {
    /** The middle of the seeds may say the opposite of the order, which goes by medians. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RATIO      | 1.35  | adam's is 35 % higher
            RATIO      | 2.5   | adam's is 2.5 times as high
            RATIO      | 0.93  | adam's is 7 % lower
            RATIO      | 1     | the median difference is 0
            DIFFERENCE | 0.01  | adam's is 1 point lower
            DIFFERENCE | 0.035 | adam's is 3.5 points lower
            DIFFERENCE | -0.03 | adam's is 3 points higher
            DIFFERENCE | 6e-17 | the median difference is 0
            """)
    void say_how_far_and_to_which_side(Scale scale, double ratio, String said) {
        Pair pair = new Pair(
                "sgd",
                "adam",
                Pair.Verdict.CANNOT_TELL,
                scale,
                10,
                5,
                5,
                ratio,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(new PairWords(new Experiments()
                                .trial("sgd", .1, new double[] {1, .5})
                                .trial("adam", .1, new double[] {1, .6})
                                .compare(1, 0))
                        .apart(pair))
                .hasToString(said);
    }
}
