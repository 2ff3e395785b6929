package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * PyTorch 2.13, trained on what {@code export} writes by {@code torch_curves.py}, gives the curves that {@code run} gives:
 * {@code curves.csv} beside that script is its output.
 */
class ExportTest {
    private static final Path EXPORT = Path.of("src/test/resources/export");

    @TempDir
    Path folder;

    @Test
    void the_files_that_pytorch_was_trained_on_are_those_that_export_writes() throws IOException {
        Cli cli = Cli.run("export", EXPORT.resolve("experiment.yaml"), "--out", folder);

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        for (String name : List.of("training.csv", "layers.csv", "start.csv", "order.csv")) {
            assertThat(folder.resolve("small").resolve(name))
                    .hasSameTextualContentAs(EXPORT.resolve("small").resolve(name));
        }
        assertThat(folder.resolve("small/test.csv")).doesNotExist();
    }

    @Test
    void where_each_seed_divides_the_rows_it_has_files_of_its_own() throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), """
                name: irises
                problem: { name: iris, data: { iris: { testFraction: 0.2, split: each } }, network: linear }
                updaters: [sgd]
                seeds: [7, -8]
                """);
        Path out = folder.resolve("out");

        for (int twice = 0; twice < 2; twice++) { // over what it wrote
            assertThat(Cli.run("export", file, "--out", out).err()).isEmpty();
        }
        for (String seed : List.of("7", "-8")) {
            assertThat(out.resolve("iris/training-" + seed + ".csv")).content().hasLineCount(121);
            assertThat(out.resolve("iris/test-" + seed + ".csv")).content().hasLineCount(31);
        }
        assertThat(out.resolve("iris/training-7.csv"))
                .content()
                .isNotEqualTo(Files.readString(out.resolve("iris/training--8.csv")));
        assertThat(out.resolve("iris/training.csv")).doesNotExist();
    }

    @Test
    void a_function_has_starts_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("valley.yaml"), """
                name: valley
                problem: { name: valley, function: rosenbrock, start: { values: [-1.2, 1.0] } }
                updaters: [sgd]
                seeds: 2
                budget: { steps: 3 }
                """);

        for (int i = 0; i < 2; i++) { // and again over its own
            Cli cli = Cli.run("export", file, "--out", folder.resolve("export"));
            assertThat(cli.code()).as(cli.err()).isZero();
        }
        assertThat(folder.resolve("export/valley/start.csv")).hasContent("seed 1,seed 2\n-1.2,-1.2\n1.0,1.0\n");
        assertThat(folder.resolve("export/valley").toFile().list())
                .containsExactlyInAnyOrder("layers.csv", "start.csv");
    }

    @Test
    void sequences_labelled_by_step_have_targets_for_each_step() throws IOException {
        Files.writeString(folder.resolve("long.csv"), "who,heat,kind\np,1,a\np,3,b\nq,5,b\n");
        RnnOutputLayer output = new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nIn(3)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
        Files.writeString(
                folder.resolve("each.json"),
                new NeuralNetConfiguration.Builder()
                        .updater(new Sgd(0.1))
                        .list(new LSTM.Builder().nIn(1).nOut(3).build(), output)
                        .build()
                        .toJson());
        Path file = Files.writeString(folder.resolve("steps.yaml"), """
                name: steps
                problem:
                  name: steps
                  data: { csv: { file: long.csv, sequence: who, label: kind } }
                  network: { dl4j: { file: each.json } }
                updaters: [sgd]
                seeds: 1
                budget: { steps: 3 }
                """);

        Cli cli = Cli.run("export", file, "--out", folder.resolve("export"));

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(folder.resolve("export/steps/training.csv")).hasContent("""
                heat 1,heat 2,kind=a 1,kind=b 1,kind=a 2,kind=b 2
                1.0,3.0,1.0,0.0,0.0,1.0
                5.0,NaN,0.0,1.0,NaN,NaN
                """);
    }

    @Test
    void the_losses_of_pytorch_on_the_exported_files_are_ours() throws IOException {
        Cli cli = Cli.run("run", EXPORT.resolve("experiment.yaml"), "--out", folder, "--quiet", "--jobs", "1");

        assertThat(cli.err()).isEmpty();
        Map<String, Double> ours = losses(folder.resolve("curves.csv"));
        Map<String, Double> torch = losses(EXPORT.resolve("curves.csv"));
        assertThat(torch).hasSize(2 * 2 * 21);
        assertThat(ours.keySet()).isEqualTo(torch.keySet());
        torch.forEach((place, loss) -> assertThat(ours.getOrDefault(place, Double.NaN))
                .as(place)
                .isFinite()
                .isCloseTo(loss, within(1e-12)));
    }

    /** By updater, seed and step. */
    private static Map<String, Double> losses(Path curves) throws IOException {
        Map<String, Double> losses = new LinkedHashMap<>();
        for (String line : Files.readAllLines(curves)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("problem")) {
                losses.put(cells[1] + " " + cells[4] + " " + cells[5], Double.valueOf(cells[6]));
            }
        }
        return losses;
    }
}
