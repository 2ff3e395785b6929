package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid over a setting is one updater to tune, or several to compare, as the file says; its runs are the same. */
class TuningSettingsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void values_compete_unless_the_file_has_them_chosen() throws IOException {
        assertThat(names(read(""))).containsExactly("momentum beta=0.5", "momentum beta=0.9", "adam");
        assertThat(names(read("tuning: { settings: beta }"))).containsExactly("momentum", "adam");
        assertThat(names(read("tuning: { settings: [beta1, beta] }"))).containsExactly("momentum", "adam");
        assertThat(names(read("tuning: { settings: beta1 }")))
                .containsExactly("momentum beta=0.5", "momentum beta=0.9", "adam");
    }

    @Test
    void runs_are_the_same_either_way() throws IOException {
        assertThat(ids(read("tuning: { settings: beta }"))).isEqualTo(ids(read("")));
    }

    @Test
    void further_learning_rates_are_tried_at_every_value() throws IOException {
        assertThat(read("tuning: { settings: beta }").withRates(List.of(0.3)).trials())
                .extracting(Trial::label)
                .containsExactly(
                        "momentum learningRate=0.01 beta=0.5",
                        "momentum learningRate=0.01 beta=0.9",
                        "momentum learningRate=0.1 beta=0.5",
                        "momentum learningRate=0.3 beta=0.5",
                        "momentum learningRate=0.1 beta=0.9",
                        "momentum learningRate=0.3 beta=0.9",
                        "adam",
                        "adam learningRate=0.3");
    }

    @Test
    void what_is_chosen_is_written_out_and_read_again() throws IOException {
        Experiment experiment = read("tuning: { seeds: 2, settings: beta }");
        Path copy = Files.writeString(folder.resolve("copy.yaml"), ExperimentWriter.write(experiment, folder, folder));
        Experiment again = ExperimentFile.read(copy, catalog(), List.of()).experiment();

        assertThat(ids(again)).isEqualTo(ids(experiment));
        assertThat(names(again)).containsExactly("momentum", "adam");
        assertThat(again.tuned()).containsExactly("beta");
        assertThat(again.tuningSeeds()).isEqualTo(experiment.tuningSeeds());
    }

    @Test
    void only_settings_of_the_updaters_can_be_chosen() {
        assertThatThrownBy(() -> read("tuning: { settings: [bta] }"))
                .hasMessageContaining(":6:22: tuning.settings: unknown setting `bta` of these updaters")
                .hasMessageContaining("Did you mean beta?");
        assertThatThrownBy(() -> read("tuning: {}")).hasMessageContaining("tuning.seeds: missing");
    }

    private static List<String> names(Experiment experiment) {
        return experiment.trials().stream().map(Trial::updaterName).distinct().toList();
    }

    private static List<String> ids(Experiment experiment) {
        return experiment.runs().stream()
                .filter(run -> experiment.seeds().contains(run.seed()))
                .map(RunSpec::id)
                .toList();
    }

    private Experiment read(String keys) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                problem: { data: randn }
                updaters:
                  - momentum: { learningRate: [0.01, 0.1], beta: [0.5, 0.9] }
                  - adam
                %s
                """.formatted(keys));
        return ExperimentFile.read(file, catalog(), List.of()).experiment();
    }

    private static Catalog catalog() {
        return Catalog.load(TuningSettingsTest.class.getClassLoader());
    }
}
