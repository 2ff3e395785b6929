package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedule, clip and decay in the experiment file. */
class CommonReaderTest {
    private static final Catalog CATALOG = Catalog.load(CommonReaderTest.class.getClassLoader());

    @TempDir
    private Path folder;

    @Test
    void what_stands_at_the_top_holds_for_every_updater() throws IOException {
        Experiment experiment = read("""
                updaters: [sgd, adam]
                schedule: [warmUp: { steps: 10 }, cosine: { steps: 90 }]
                clip: { norm: 1 }
                decay: { decoupled: 0.1 }
                """);
        CommonSettings expected = new CommonSettings(
                List.of(
                        new Choice("warmUp", Map.of("steps", 10L, "start", 1.0 / 3)),
                        new Choice("cosine", Map.of("steps", 90L, "end", 0.0))),
                new Clip(Clip.Kind.NORM, 1),
                Decay.decoupled(0.1));
        assertThat(experiment.trials()).extracting(Trial::common).containsExactly(expected, expected);
    }

    @Test
    void what_stands_beside_an_updater_goes_before_it() throws IOException {
        Experiment experiment = read("""
                updaters: [{ sgd: {}, schedule: constant, clip: none, decay: none }, adam]
                schedule: { exponential: { gamma: 0.9 } }
                clip: { value: 2 }
                decay: { coupled: 0.1 }
                """);
        assertThat(experiment.trials().get(0).common()).isEqualTo(CommonSettings.NONE);
        assertThat(experiment.trials().get(1).common().clip()).isEqualTo(new Clip(Clip.Kind.VALUE, 2));
    }

    @Test
    void a_written_experiment_reads_as_the_same_runs() throws IOException {
        Experiment experiment = read("""
                updaters: [sgd, { torchAdamW: {}, decay: none, schedule: { polynomial: { steps: 9 } } }]
                clip: { norm: 0.5 }
                decay: { coupled: 0.1 }
                """);
        Path again =
                Files.writeString(folder.resolve("again.yaml"), ExperimentWriter.write(experiment, folder, folder));
        assertThat(ExperimentFile.read(again, CATALOG, List.of()).experiment().runs())
                .extracting(run -> run.id())
                .isEqualTo(experiment.runs().stream().map(run -> run.id()).toList());
    }

    @Test
    void each_of_them_makes_another_run() throws IOException {
        Experiment experiment = read("""
                updaters:
                  - sgd
                  - { sgd: {}, label: a, schedule: { cosine: { steps: 5 } } }
                  - { sgd: {}, label: b, schedule: { cosine: { steps: 6 } } }
                  - { sgd: {}, label: c, clip: { value: 1 } }
                  - { sgd: {}, label: d, clip: { norm: 1 } }
                  - { sgd: {}, label: e, decay: { coupled: 1 } }
                  - { sgd: {}, label: f, decay: { decoupled: 1 } }
                """);
        assertThat(experiment.runs()).extracting(run -> run.id()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            schedule: cosin                          | unknown schedule `cosin`, expected one of
            schedule: cosine                         | schedule.cosine.steps: missing, expected a whole number at least 1.
            schedule: [step: { size: 3 }, constant]  | schedule[0]: expected a schedule with steps, found one without an end
            schedule: { cosine: { steps: 9, end: 2 } } | expected a number at least 0 and at most 1, found `2`.
            clip: 3                                  | clip: expected none, { value: limit } or { norm: limit }, found `3`.
            clip: { norm: 0 }                        | clip.norm: expected a number above 0, found `0`.
            clip: { norms: 1 }                       | clip.norms: unknown key
            decay: { coupled: .nan }                 | decay.coupled: expected a number above 0, found `.nan`.
            decay: { coupled: 0.1 }                  | found weightDecay 0.01 in torchAdamW and a decay around it
            """)
    void what_is_wrong_is_said(String line, String complaint) {
        assertThatThrownBy(() -> read("updaters: [torchAdamW]\n" + line)).hasMessageContaining(complaint);
    }

    @Test
    void settings_that_exclude_each_other_are_refused() {
        assertThatThrownBy(() -> read("updaters: [torchSgd: { nesterov: true }]"))
                .hasMessageContaining("nesterov: expected a momentum above 0 and dampening 0, found momentum ");
    }

    private Experiment read(String rest) throws IOException {
        Path file = Files.writeString(
                folder.resolve("experiment.yaml"), "name: common\nproblem: { data: randn }\nseeds: 1\n" + rest);
        return ExperimentFile.read(file, CATALOG, List.of()).experiment();
    }
}
