package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** The heading is what NumPy 2 writes for such an array; the numbers are those of the tables. */
    @Test
    void arrays_hold_what_the_tables_do() throws IOException {
        Cli cli = Cli.run("export", EXPORT.resolve("experiment.yaml"), "--out", folder, "--npz");

        assertThat(cli.err()).isEmpty();
        try (ZipFile zip = new ZipFile(folder.resolve("small/arrays.npz").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "start_1.npy",
                            "start_2.npy",
                            "training_features.npy",
                            "training_targets.npy",
                            "order_1.npy",
                            "order_2.npy");
            ByteBuffer features =
                    array(zip, "training_features", "{'descr': '<f8', 'fortran_order': False, 'shape': (6, 2), }");
            ByteBuffer targets =
                    array(zip, "training_targets", "{'descr': '<f8', 'fortran_order': False, 'shape': (6, 1), }");
            for (String line : body("training.csv")) {
                assertThat(features.getDouble() + "," + features.getDouble() + "," + targets.getDouble())
                        .isEqualTo(line);
            }
            ByteBuffer start = array(zip, "start_2", "{'descr': '<f8', 'fortran_order': False, 'shape': (13,), }");
            for (String line : body("start.csv")) {
                assertThat(line).endsWith("," + start.getDouble());
            }
            ByteBuffer order = array(zip, "order_1", "{'descr': '<i4', 'fortran_order': False, 'shape': (20, 4), }");
            for (String line : body("order.csv").subList(0, 20)) {
                String rows = order.getInt() + " " + order.getInt() + " " + order.getInt() + " " + order.getInt();
                assertThat(line).endsWith("," + rows.replace(" -1", ""));
            }
            assertThat(order.hasRemaining()).isFalse();
        }
    }

    private static List<String> body(String table) throws IOException {
        List<String> lines = Files.readAllLines(EXPORT.resolve("small").resolve(table));
        return lines.subList(1, lines.size());
    }

    /** The numbers of an array: what follows a heading of 128 bytes. */
    private static ByteBuffer array(ZipFile zip, String name, String heading) throws IOException {
        byte[] bytes = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
        String expected = "\u0093NUMPY\u0001\u0000v\u0000" + String.format("%-117s", heading) + "\n";
        assertThat(new String(bytes, 0, 128, StandardCharsets.ISO_8859_1)).isEqualTo(expected);
        return ByteBuffer.wrap(bytes, 128, bytes.length - 128).order(ByteOrder.LITTLE_ENDIAN);
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
            assertThat(Cli.run("export", file, "--out", out, "--npz").err()).isEmpty();
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
            Cli cli = Cli.run("export", file, "--out", folder.resolve("export"), "--npz");
            assertThat(cli.code()).as(cli.err()).isZero();
        }
        assertThat(folder.resolve("export/valley/start.csv")).hasContent("seed 1,seed 2\n-1.2,-1.2\n1.0,1.0\n");
        assertThat(folder.resolve("export/valley").toFile().list())
                .containsExactlyInAnyOrder("layers.csv", "start.csv", "arrays.npz");
    }

    @Test
    void sequences_labelled_by_step_have_targets_for_each_step() throws IOException {
        StepLabels.write(folder, "p,1,a\np,3,b\nq,5,b\n");
        Path file = Files.writeString(folder.resolve("steps.yaml"), StepLabels.EXPERIMENT);

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
