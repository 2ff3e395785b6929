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
import org.converge4j.result.store.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningSeedsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void followTheReportingSeeds() throws IOException {
        Experiment experiment = read("seeds: 3\ntuning: { seeds: 2 }");
        assertThat(experiment.seeds()).containsExactly(1L, 2L, 3L);
        assertThat(experiment.tuningSeeds()).containsExactly(4L, 5L);
        assertThat(experiment.runs()).hasSize(5);
    }

    @Test
    void mayBeListed() throws IOException {
        assertThat(read("seeds: [7, 1]\ntuning: { seeds: [2, 9] }").tuningSeeds())
                .containsExactly(2L, 9L);
    }

    @Test
    void areNoneUnlessAskedFor() throws IOException {
        assertThat(read("seeds: 3").tuningSeeds()).isEmpty();
    }

    @Test
    void mustBeFresh() {
        assertThatThrownBy(() -> read("seeds: [1, 2]\ntuning: { seeds: [2, 3] }"))
                .hasMessageContaining(":5:18: tuning.seeds: expected other seeds than those reported on, found [2].");
        assertThatThrownBy(() -> read("tuning: { seed: 2 }")).hasMessageContaining("Did you mean seeds?");
        assertThatThrownBy(() -> read("tuning: 3")).hasMessageContaining("tuning: expected { seeds: n }, found `3`.");
    }

    @Test
    void areWrittenOutAndReadAgain() throws IOException {
        Experiment experiment = read("seeds: 2\ntuning: { seeds: 2 }");
        String yaml = ExperimentWriter.write(experiment, folder, folder);
        Path copy = Files.writeString(folder.resolve("copy.yaml"), yaml);
        Experiment again = ExperimentFile.read(copy, catalog(), List.of()).experiment();
        assertThat(again.runs())
                .extracting(RunSpec::id)
                .isEqualTo(experiment.runs().stream().map(RunSpec::id).toList());
    }

    @Test
    void areNoneInDescriptionsThatDoNotKnowThem() throws IOException {
        Experiment experiment = read("seeds: 2");
        String json = RecordFormat.JSON.writeValueAsString(experiment);
        assertThat(json).contains(",\"tuningSeeds\":[]");
        Experiment older = RecordFormat.JSON.readValue(json.replace(",\"tuningSeeds\":[]", ""), Experiment.class);
        assertThat(older.tuningSeeds()).isEmpty();
    }

    private Experiment read(String keys) throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.yaml"), "name: e\nproblem: { data: randn }\nupdaters: sgd\n" + keys + "\n");
        return ExperimentFile.read(file, catalog(), List.of()).experiment();
    }

    private static Catalog catalog() {
        return Catalog.load(TuningSeedsTest.class.getClassLoader());
    }
}
