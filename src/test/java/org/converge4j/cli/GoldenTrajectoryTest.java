package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.converge4j.Thorough;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** DL4J's Sgd and Nesterovs take PyTorch's steps, loss by loss and parameter by parameter. */
class GoldenTrajectoryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            randn-5x10-seed0    | torch.SGD   | {"lr":0.01}                                 | sgd: { learningRate: 0.01 }
            mtcars-standardised | torch.SGD   | {"lr":0.01,"momentum":0.9,"nesterov":true}  | nesterovs: { learningRate: 0.01, momentum: 0.9 }
            """)
    void dl4j_takes_the_reference_steps(String problem, String optimizer, String hyperparameters, String updater) {
        follows(problem, optimizer, hyperparameters, updater);
    }

    @Tag(Thorough.TAG)
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            randn-5x10-seed0    | article.SGD | {"lr":0.01}                                 | sgd: { learningRate: 0.01 }
            randn-5x10-seed0    | torch.SGD   | {"lr":0.01,"momentum":0.9,"nesterov":true}  | nesterovs: { learningRate: 0.01, momentum: 0.9 }
            mtcars-standardised | torch.SGD   | {"lr":0.01}                                 | sgd: { learningRate: 0.01 }
            """)
    void dl4j_takes_all_reference_steps(String problem, String optimizer, String hyperparameters, String updater) {
        follows(problem, optimizer, hyperparameters, updater);
    }

    private void follows(String problem, String optimizer, String hyperparameters, String updater) {
        Golden golden = new Golden(problem);
        JsonNode reference = golden.trajectory(optimizer, hyperparameters);
        int steps = reference.get("steps").asInt();

        Cli cli = Cli.experiment(folder, golden.experiment(folder, updater, steps));

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        RunRecord run = Golden.onlyRecord(folder);
        assertThat(run.curve().size()).isEqualTo(steps + 1);
        for (int t = 0; t <= steps; t++) {
            Golden.assertClose(run.curve().loss(t), reference.get("loss").get(t).asDouble(), "loss at step " + t);
        }
        JsonNode last = reference.get("params").get(Integer.toString(steps));
        for (int i = 0; i < last.size(); i++) {
            Golden.assertClose(run.parameters().get(i), last.get(i).asDouble(), "parameter " + i);
        }
    }

    @Test
    void a_perturbed_start_fails_the_comparison() {
        Golden golden = new Golden("randn-5x10-seed0");
        var start = golden.start();
        start.set(0, start.get(0) + 1e-9);

        Cli.experiment(folder, golden.experiment(folder, "sgd: { learningRate: 0.01 }", 1, start));

        double reference = golden.trajectory("torch.SGD", "{\"lr\":0.01}")
                .get("loss")
                .get(1)
                .asDouble();
        assertThat(Math.abs(Golden.onlyRecord(folder).curve().loss(1) - reference))
                .isGreaterThan(1e-11);
    }
}
