package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.verdict.Finding.Question;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final double[] CURVE = {1, 1, 1, .1};

    @Test
    void isSaidOfEveryUpdaterThatWasMeasured() {
        Comparison comparison = new Experiments()
                .trial("sgd", .1, CURVE)
                .costing(0, 12.34)
                .trial("adam", .1, CURVE)
                .costing(16, 0)
                .trial("lion", .1, CURVE)
                .comparison(1, 0);
        // a time of 0 is one that was not taken
        assertThat(Findings.of(comparison))
                .contains(new Finding(
                        "p",
                        Question.COST,
                        "What a step costs on p, and what the updater remembers: sgd 12 µs, 0 bytes a parameter;"
                                + " adam 16 bytes a parameter."));
    }

    @Test
    void isNotSaidBeforeItWasMeasured() {
        Comparison comparison = new Experiments().trial("sgd", .1, CURVE).comparison(1, 0);
        assertThat(Findings.of(comparison)).extracting(Finding::question).doesNotContain(Question.COST);
    }

    @Test
    void namesTheLeastStateOfSeveral() {
        Experiments three = new Experiments()
                .trial("adam", .1, CURVE)
                .costing(16, 1)
                .trial("sgd", .1, CURVE)
                .costing(0, 1)
                .trial("momentum", .1, CURVE)
                .costing(8, 1)
                .trial("lion", .1, CURVE)
                .costing(6, 1)
                .trial("signum", .1, CURVE)
                .costing(8, 1)
                .trial("unmeasured", .1, CURVE);
        Cost cost = new Cost(three.compare(1, 0));
        assertThat(cost.cheapest(List.of("adam", "momentum", "unmeasured")))
                .contains("momentum needs half the state (8 bytes a parameter, adam 16)");
        assertThat(cost.cheapest(List.of("adam", "momentum", "sgd")))
                .contains("sgd needs no state (0 bytes a parameter, momentum 8)");
        assertThat(cost.cheapest(List.of("lion", "momentum")))
                .contains("lion needs less state (6 bytes a parameter, momentum 8)");
        assertThat(cost.cheapest(List.of("signum", "momentum"))).isEmpty();
        assertThat(cost.cheapest(List.of("adam", "unmeasured"))).isEmpty();
    }
}
