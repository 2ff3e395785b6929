package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void claimNoOrderFromThreeSeeds() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(3, .1))
                        .trial("adam", .1, curves(3, .2))
                        .comparison(3, 0)))
                .anyMatch(s -> s.contains("no order is claimed"))
                .noneMatch(s -> s.contains("ends best"));
    }

    @Test
    void nameTheBestWithItsInterval() {
        // ten seeds, all twice as large: the ratio is 2 on each, and Wilcoxon's exact p is 2/2^10
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(10, .1))
                        .trial("adam", .1, curves(10, .2))
                        .comparison(10, 0)))
                .contains("sgd ends best on p: the final excess of adam, the next, is 2 times as much"
                        + " (95 % interval 2 to 2, 10 seeds, p = 0.002 after Holm).");
    }

    @Test
    void nameTies() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(10, .1))
                        .trial("adam", .1, curves(10, .1))
                        .comparison(10, 0)))
                .anyMatch(s -> s.startsWith(
                        "sgd and adam are tied on p by final excess (no difference shown, smallest p = 1"));
    }

    @Test
    void crownNobodyAtTheEdgeAndSayHowToGoOn() {
        List<String> sentences = sentences(new Experiments()
                .trial("sgd", .01, curves(10, .3))
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .2))
                .comparison(10, 0));
        assertThat(sentences)
                .anyMatch(
                        s -> s.startsWith("sgd comes first on p, though at the edge of its grid, so it is not called"))
                .anyMatch(s -> s.contains("`./converge run results/e/experiment.yaml --out results/e --rates 1.0`"));
        assertThat(sentences).noneMatch(s -> s.contains("ends best"));
    }

    @Test
    void sayHowSettingsWereChosen() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(10, .1))
                        .trial("sgd", .2, curves(10, .2))
                        .comparison(5, 5)))
                .contains("Every updater was tried at 2 learning rates, chosen on 5 seeds and reported on 5 others.");
        assertThat(sentences(new Experiments().trial("sgd", .1, curves(5, .1)).comparison(5, 0)))
                .anyMatch(s -> s.startsWith("Nothing was tuned"));
    }

    @Test
    void sayThatAWiderGridIsAnAdvantage() {
        // from 0.1 to 0.2 are log10(2) = 0.30 decades
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(5, .1))
                        .trial("sgd", .2, curves(5, .2))
                        .trial("adam", .01, curves(5, .1))
                        .trial("adam", 1, curves(5, .2))
                        .comparison(5, 0)))
                .contains(
                        "Every updater was tried at 2 learning rates, chosen on the 5 seeds reported here, which flatters"
                                + " the winners. Their grids are not equally wide (sgd 0.3 decades, adam 2 decades), which"
                                + " favours the widest.");
    }

    private static List<String> sentences(Comparison comparison) {
        return Findings.of(comparison).stream().map(Finding::sentence).toList();
    }

    private static double[][] curves(int seeds, double last) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, 1, 1, last * (1 + i / 100.0)})
                .toArray(double[][]::new);
    }
}
