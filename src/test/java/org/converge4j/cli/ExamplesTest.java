package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The experiments that ship run as they are, though on fewer seeds and shorter here. */
class ExamplesTest {
    @TempDir
    Path results;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            listing    |  2 | seeds=1                                   | SHA-256 of the training rows
            iris       | 50 | seeds=1 tuning.seeds=1 budget.steps=1     | layer 3: OutputLayer 8 → 3 softmax, 27 parameters
            modern     | 234 | seeds=1 tuning.seeds=1 budget.steps=2    | sam 2.0; all are compared after as many gradients, 2 each
            lenet      |  2 | seeds=1 problem.data.digits.rows=200      | passes: by the layer engine
            my-network | 12 | seeds=1 tuning.seeds=1 budget.epochs=1    | ConvolutionLayer
            """)
    void ends_with_a_report(String name, int runs, String overrides, String reported) throws IOException {
        List<Object> command = new ArrayList<>(
                List.of("run", "configs/" + name + ".yaml", "--out", results, "--quiet", "--jobs", "1"));
        Arrays.stream(overrides.split(" ")).forEach(override -> command.addAll(List.of("--set", override)));

        Cli cli = Cli.run(command.toArray());

        assertThat(cli.err()).isEmpty();
        assertThat(cli.code()).isZero();
        List<RunRecord> records = new ArrayList<>();
        new RecordStore(results).readAll(records::add, damaged -> {
            throw new AssertionError(damaged);
        });
        assertThat(records).hasSize(runs).extracting(RunRecord::outcome).containsOnly(Outcome.BUDGET_SPENT);
        assertThat(Files.readString(results.resolve("report.md"))).contains(reported);
    }
}
