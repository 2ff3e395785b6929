package org.converge4j.train.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.Data;
import org.junit.jupiter.api.Test;

/** F1 and the area under the ROC curve are scikit-learn 1.9's. */
class ScoreTest {
    /** {@code f1_score(y, p.argmax(1), average="macro")}, {@code roc_auc_score(y, p, multi_class="ovr", average="macro")}. */
    @Test
    void of_three_classes_with_ties() {
        Score score = score(3, new int[] {0, 1, 2, 0, 1, 2, 0}, new double[] {
            .6, .3, .1, .2, .5, .3, .3, .4, .3, .6, .2, .2, .5, .25, .25, .1, .1, .8, .2, .7, .1
        });
        assertThat(score.f1()).isCloseTo(0.5777777777777778, within(1e-15));
        assertThat(score.auc()).isCloseTo(0.7805555555555556, within(1e-15));
    }

    /** {@code roc_auc_score(y, p[:, 1])}: of two classes it is the same for either. */
    @Test
    void of_two_classes() {
        Score score =
                score(2, new int[] {0, 0, 0, 0, 1, 1}, new double[] {.9, .1, .6, .4, .65, .35, .2, .8, .6, .4, .1, .9});
        assertThat(score.f1()).isCloseTo(0.625, within(1e-15));
        assertThat(score.auc()).isCloseTo(0.8125, within(1e-15));
    }

    /** {@code accuracy_score(y, p > 0.5)} and {@code roc_auc_score(y, p)} of the example in scikit-learn's documentation. */
    @Test
    void of_one_output_that_tells_two_classes_apart() {
        Columns columns = new Columns(List.of("x"), List.of("kind"), List.of("a", "b"));
        Data rows = new Data(4, new double[4], new double[] {0, 0, 1, 1}, columns, Optional.empty());

        Score score = Score.of(rows, new double[] {0.1, 0.4, 0.35, 0.8});

        assertThat(score.accuracy()).isEqualTo(0.75);
        assertThat(score.auc()).isEqualTo(0.75);
    }

    /** The accuracy is 5/6, and nothing was learnt. */
    @Test
    void of_a_network_that_always_says_the_frequent_class() {
        Score score =
                score(2, new int[] {0, 0, 0, 0, 0, 1}, new double[] {.9, .1, .9, .1, .9, .1, .9, .1, .9, .1, .9, .1});
        assertThat(score.f1()).isCloseTo(0.45454545454545453, within(1e-15));
        assertThat(score.auc()).isEqualTo(0.5);
    }

    @Test
    void of_a_class_without_rows_no_area_is_known() {
        assertThat(score(2, new int[] {0, 0}, new double[] {.9, .1, .8, .2}).auc())
                .isNaN();
    }

    private static Score score(int classes, int[] of, double[] outputs) {
        double[] y = new double[of.length * classes];
        for (int row = 0; row < of.length; row++) {
            y[row * classes + of[row]] = 1;
        }
        Columns columns = new Columns(
                List.of("x"), List.of("kind"), List.of("a", "b", "c").subList(0, classes));
        return new Score(new Data(of.length, new double[of.length], y, columns, Optional.empty()), outputs);
    }
}
