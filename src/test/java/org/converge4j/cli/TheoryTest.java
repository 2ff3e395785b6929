package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Theory;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.api.Comparisons;
import org.converge4j.result.store.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured on DL4J is what the eigenvalues of the Hessian foretell: the harness tested against theory. */
class TheoryTest {
    private static final double GRID_STEP = Math.pow(500, 1.0 / 7);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void foretells_where_runs_diverge_and_how_fast_they_converge() throws IOException {
        Files.copy(Path.of("configs/data/mtcars.csv"), folder.resolve("mtcars.csv"));
        Cli cli = Cli.experiment(folder, """
                name: theory
                problems:
                  - name: article
                    data: { randn: { rows: 5, features: 10, targets: 1, seed: 1 } }
                  - name: mtcars
                    data: { csv: { file: mtcars.csv, target: mpg, ignore: [model], standardise: all } }
                  - name: quadratic
                    data: { linear: { rows: 100, features: 10, condition: 1000, noise: 0.1, seed: 1 } }
                updaters:
                  - sgd:         { learningRate: { log: [0.1, 50], points: 8 } }
                  - emaMomentum: { learningRate: { log: [0.1, 50], points: 8 }, beta: 0.9 }
                  - nesterovs:   { learningRate: { log: [0.01, 5], points: 8 }, momentum: 0.9 }
                seeds: 1
                budget: { steps: 6000 }
                record: { every: 5 }
                """);
        assertThat(cli.code()).as(cli.err()).isZero();
        Results results = new Results(folder.resolve("results"));
        Comparison comparison = Comparisons.of(results.experiment(), results);
        for (ProblemComparison problem : comparison.problems()) {
            List<Theory> theories = problem.updaters().stream()
                    .map(UpdaterSummary::theory)
                    .map(theory -> theory.orElseThrow())
                    .toList();
            assertThat(theories).hasSize(3).allSatisfy(TheoryTest::brackets);
            List<Theory.Rate> measured = theories.stream()
                    .flatMap(theory -> theory.rates().stream())
                    .filter(rate -> rate.measured().isPresent())
                    .toList();
            assertThat(measured).as(problem.problem().name()).isNotEmpty().allSatisfy(TheoryTest::agrees);
        }
    }

    private static void brackets(Theory theory) {
        assertThat(theory.isBracketed()).as(theory.toString()).isTrue();
        assertThat(theory.leastDiverging().orElseThrow()
                        / theory.largestStable().orElseThrow())
                .isCloseTo(GRID_STEP, within(1e-6));
    }

    /** To 1 % of the exponent, which asks more than 1 % of the factor. */
    private static void agrees(Theory.Rate rate) {
        assertThat(Math.log(rate.measured().orElseThrow()) / Math.log(rate.predicted()))
                .as(rate.toString())
                .isCloseTo(1, within(0.01));
    }
}
