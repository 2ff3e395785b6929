package org.converge4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.report.Samples;
import org.converge4j.report.content.PageData.GuideData;
import org.converge4j.report.content.PageData.TheoryData;
import org.converge4j.wording.Text;
import org.junit.jupiter.api.Test;

/** Gradient descent where the Hessian is the identity: it multiplies the excess by (1 − η)² a step and diverges from η = 2 on. */
class TheoryNotesTest {
    private static final Comparison DESCENT =
            new Samples("", 8, 60).curved(1).updater("sgd", 1, 0.1, 2.5).comparison();
    private static final ProblemComparison PROBLEM = DESCENT.problems().get(0);

    @Test
    void the_table_holds_what_is_predicted_beside_what_was_measured() {
        assertThat(TheoryNotes.table(PROBLEM).rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .extracting(Text::toString)
                        .containsExactly("sgd", "2", "2.5", "0.1", "1", "0", "0.1", "0.81", "0.81"));
    }

    @Test
    void the_promised_slope_goes_through_the_end_of_the_curve_and_starts_no_higher_than_it() {
        TheoryData theory = TheoryNotes.of(PROBLEM).get(0);
        GuideData guide = theory.guide().orElseThrow();
        int last = guide.steps().length - 1;

        assertThat(theory.critical()).isEqualTo(2);
        assertThat(guide.steps()[last]).isCloseTo(60, within(1e-9));
        assertThat(guide.values()[last]).isCloseTo(4.5 * Math.pow(0.81, 60), within(1e-15)); // 4.5: the median of 1 … 8
        assertThat(guide.steps()[0]).isCloseTo(0, within(1e-9));
        assertThat(guide.values()[0]).isCloseTo(4.5, within(1e-9));
    }

    @Test
    void an_updater_that_theory_does_not_know_has_no_row() {
        Comparison adam =
                new Samples("", 8, 60).curved(1).updater("adam", 1, 0.1, 2.5).comparison();

        assertThat(TheoryNotes.table(adam.problems().get(0)).rows()).isEmpty();
        assertThat(TheoryNotes.of(adam.problems().get(0))).isEmpty();
    }
}
