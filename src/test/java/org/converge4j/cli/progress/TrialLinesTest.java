package org.converge4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

class TrialLinesTest {
    @Test
    void every_trial_has_a_line_while_there_is_room_then_every_updater_then_none() {
        List<Trial> runs = Stream.of("one", "other")
                .flatMap(problem -> Stream.of(0.1, 0.01, 0.001).map(rate -> sgd(problem, rate)))
                .toList();

        assertThat(lines(runs, 6)).hasSize(6).contains("one sgd learningRate=0.1");
        assertThat(lines(runs, 5)).containsExactly("one sgd", "other sgd");
        assertThat(TrialLines.naming(runs, 1)).isEmpty();
    }

    private static List<String> lines(List<Trial> runs, int rows) {
        return runs.stream()
                .map(TrialLines.naming(runs, rows).orElseThrow())
                .distinct()
                .toList();
    }

    private static Trial sgd(String problem, double rate) {
        return new Trial(
                "sgd learningRate=" + rate,
                Problem.of(problem, new Choice("rosenbrock", Map.of()), List.of()),
                new Choice("sgd", Map.of("learningRate", rate)),
                new Training(new Budget(Budget.Unit.STEPS, 1), 0, Precision.DOUBLE, Recording.EVERY_STEP));
    }
}
