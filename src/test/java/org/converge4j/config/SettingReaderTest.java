package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of every kind: words, truths, lists, files and numbers. */
class SettingReaderTest {
    private static final Catalog CATALOG = Catalog.load(SettingReaderTest.class.getClassLoader());

    @TempDir
    private Path folder;

    @BeforeEach
    void a_table_and_a_model() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b,c\n1,2,3\n");
        Files.writeString(folder.resolve("model.json"), "abc");
    }

    @Test
    void each_kind_is_taken() throws IOException {
        Experiment experiment = read(
                "csv: { file: data.csv, target: b, ignore: [a, c], standardise: all, seed: -7 }",
                "mlp: { hidden: [8, 4], activation: relu }",
                "torchSgd: { momentum: 0.9, nesterov: true }");
        assertThat(experiment.problems().get(0).data().settings())
                .containsEntry("target", List.of("b"))
                .containsEntry("ignore", List.of("a", "c"))
                .containsEntry("standardise", "all")
                .containsEntry("seed", -7L);
        assertThat(experiment.problems().get(0).network())
                .isEqualTo(new Choice("mlp", Map.of("hidden", List.of(8L, 4L), "activation", "relu")));
        assertThat(experiment.trials().get(0).updater().settings())
                .containsEntry("momentum", 0.9)
                .containsEntry("nesterov", true);
    }

    @Test
    void a_single_value_is_the_one_setting_that_is_required() throws IOException {
        // SHA-256 of "abc": FIPS 180-2, appendix B.1
        assertThat(read("randn", "dl4j: model.json", "sgd").problems().get(0).network())
                .isEqualTo(new Choice(
                        "dl4j",
                        Map.of(
                                "file",
                                new SourceFile(
                                        "model.json",
                                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))));
    }

    @Test
    void nothing_is_every_default() throws IOException {
        assertThat(read("randn", "linear", "sgd: ").trials().get(0).updater())
                .isEqualTo(read("randn", "linear", "sgd").trials().get(0).updater());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            csv: { file: data.csv, target: b, standardise: al } | linear | sgd | standardise: expected one of
            csv: { file: data.csv, target: b, standardise: al } | linear | sgd | Did you mean all?
            csv: { file: data.csv, target: [[b]] }  | linear | sgd | data.csv.target: expected a text, found a list.
            randn: { seed: 1.5 }                    | linear | sgd | randn.seed: expected a whole number
            randn                                   | mlp: { hidden: [0] } | sgd | mlp.hidden: expected a whole number at least 1 and at most 100000, found `0`.
            randn                                   | mlp: { hidden: [100001] } | sgd | mlp.hidden: expected
            randn                                   | dl4j: none.json | sgd | expected a file, found no `none.json` in
            randn                                   | linear | torchSgd: { nesterov: 1 } | nesterov: expected true or false, found `1`.
            randn                                   | linear | sgd: { learningRate: [] } | learningRate: expected at least one value, found an empty list, a grid without points.
            randn                                   | linear | sgd: { learningRate: -1 } | learningRate: expected a number above 0, found `-1`.
            randn                                   | linear | sgd: { rate: 1 } | sgd.rate: unknown key, expected learningRate.
            """)
    void what_is_wrong_is_said(String data, String network, String updater, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(data, network, updater))
                .satisfies(refusal -> assertThat(refusal.complaints()).anyMatch(said -> said.contains(message)));
    }

    private Experiment read(String data, String network, String updater) throws IOException {
        String yaml = "name: x\nproblem: { data: { %s }, network: { %s } }\nupdaters: [ { %s } ]\n"
                .formatted(named(data), named(network), named(updater));
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), CATALOG, List.of())
                .experiment();
    }

    private static String named(String choice) {
        return choice.contains(":") ? choice : choice + ": {}";
    }
}
