package org.converge4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.report.Samples;
import org.converge4j.wording.Text;
import org.junit.jupiter.api.Test;

class StrideNotesTest {
    /** Steps of 0.5 · 0.01 = 0.005 and 0.25 · 0.4 = 0.1: twenty times as far, so as at twenty times the rate. */
    @Test
    void a_rate_is_translated_into_that_at_which_a_known_updater_moves_as_far() {
        ProblemComparison problem = new Samples("", 8, 60)
                .followed()
                .updater("muon", 0.25, 0.4)
                .updater("adam", 0.5, 0.01)
                .comparison()
                .problems()
                .get(0);

        assertThat(StrideNotes.table(problem).columns())
                .extracting(Text::toString)
                .contains("as adam would at the rate");
        assertThat(StrideNotes.table(problem).rows())
                .extracting(row -> row.stream().map(Text::toString).toList())
                .containsExactlyInAnyOrder(
                        List.of("muon", "0.4", "0.1", "0.2", "–"), List.of("adam", "0.01", "0.005", "–", "–"));
        assertThat(StrideNotes.of(problem)).hasSize(2);
    }

    @Test
    void one_updater_alone_is_beside_nothing() {
        ProblemComparison problem = new Samples("", 8, 60)
                .followed()
                .updater("adam", 0.5, 0.01)
                .comparison()
                .problems()
                .get(0);

        assertThat(StrideNotes.table(problem).rows()).isEmpty();
    }
}
