package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.result.StepTime;
import org.converge4j.wording.Text;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final double[] CURVE = {1, 1, 1, .1};

    @Test
    void isSaidOfEveryUpdaterThatWasMeasured() {
        Comparison comparison = new Experiments()
                .trial("sgd", .1, CURVE)
                .costing(0, StepTime.ofSgd(12.34))
                .trial("momentum", .1, CURVE)
                .costing(8, new StepTime(12.34, .97, 1.01, 1.04, true))
                .trial("lion", .1, CURVE)
                .costing(8, new StepTime(12.34, 1.08, 1.12, 1.15, false))
                .trial("signum", .1, CURVE)
                .costing(8, new StepTime(12.34, .8, .9, .95, false))
                .trial("adam", .1, CURVE)
                .costing(16)
                .trial("adan", .1, CURVE)
                .comparison(1, 0);
        assertThat(Findings.of(comparison))
                .filteredOn(finding -> finding.question() == Question.COST)
                .extracting(finding -> finding.sentence().toString())
                .containsExactly(
                        "What a step costs on p beside one of sgd, which takes 12 µs of DL4J's network and was timed in turn with"
                                + " it, and what the updater remembers: sgd the same, 0 bytes a parameter; momentum no"
                                + " difference shown (−3 to 4 %), 8 bytes a parameter; lion 12 % more (8 to 15 %), 8 bytes a"
                                + " parameter; signum 10 % less (−20 to −5 %), 8 bytes a parameter; adam 16 bytes a parameter."
                                + " lion and signum were timed as a loop in Java, the others as DL4J's native calls: these are"
                                + " two scales.");
    }

    @Test
    void saysWhereStepsWereTimedBeforeTheyWereAtTheirSpeed() {
        assertThat(sentenceOf(StepTime.ofSgd(512).after(.0375)))
                .startsWith(
                        "What a step costs on p beside one of sgd, which takes 510 µs of DL4J's network and was timed in turn with it"
                                + " (after 38 ms of warming up, before Java had compiled all of it: a longer experiment warms up"
                                + " longer, and its steps take less), and what the updater remembers: ");
        assertThat(sentenceOf(StepTime.ofSgd(512).after(.375)))
                .contains("in turn with it, and what the updater remembers");
    }

    private static String sentenceOf(StepTime time) {
        return Findings.of(new Experiments()
                        .trial("sgd", .1, CURVE)
                        .costing(0, time)
                        .trial("adam", .1, CURVE)
                        .costing(16)
                        .comparison(1, 0))
                .stream()
                .filter(finding -> finding.question() == Question.COST)
                .map(finding -> finding.sentence().toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isAFactorOnlyWhereItIsShown() {
        assertThat(new StepTime(10, .97, 1.01, 1.04, true).micros()).isEqualTo(10);
        assertThat(new StepTime(10, 1.5, 2, 3, true).micros()).isEqualTo(20);
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
                .costing(16)
                .trial("sgd", .1, CURVE)
                .costing(0)
                .trial("momentum", .1, CURVE)
                .costing(8)
                .trial("lion", .1, CURVE)
                .costing(6)
                .trial("signum", .1, CURVE)
                .costing(8)
                .trial("unmeasured", .1, CURVE);
        Cost cost = new Cost(three.compare(1, 0));
        assertThat(cost.cheapest(List.of("adam", "momentum", "unmeasured")).map(Text::toString))
                .contains("momentum needs half the state (8 bytes a parameter, adam 16)");
        assertThat(cost.cheapest(List.of("adam", "momentum", "sgd")).map(Text::toString))
                .contains("sgd needs no state (0 bytes a parameter, momentum 8)");
        assertThat(cost.cheapest(List.of("lion", "momentum")).map(Text::toString))
                .contains("lion needs less state (6 bytes a parameter, momentum 8)");
        assertThat(cost.cheapest(List.of("signum", "momentum"))).isEmpty();
        assertThat(cost.cheapest(List.of("adam", "unmeasured"))).isEmpty();
    }
}
