package org.converge4j.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Curve;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignCurvesTest {
    private static final String HEADING = "problem,updater,label,learning_rate,seed,step,loss\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void becomeRecordsMarkedAsImported() throws IOException {
        List<RunRecord> runs = read("p,adam,torch adam,0.001,2,0,1.5\np,adam,torch adam,0.001,2,10,0.25\n");
        assertThat(runs).hasSize(1);
        RunRecord run = runs.get(0);
        assertThat(run.spec().trial().label()).isEqualTo("torch adam (imported)");
        assertThat(run.spec().trial().updater().learningRate()).contains(0.001);
        assertThat(run.spec().seed()).isEqualTo(2);
        assertThat(run.curve()).isEqualTo(new Curve(new int[] {0, 10}, new double[] {1.5, 0.25}));
        assertThat(run.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    }

    @Test
    void divergeWhereALossIsNotFinite() throws IOException {
        RunRecord run = read("p,sgd,sgd,1,1,0,1.5e30\np,sgd,sgd,1,1,1,9e30\np,sgd,sgd,1,1,2,nan\n")
                .get(0);
        assertThat(run.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(run.steps()).isEqualTo(2);
        assertThat(run.curve().size()).isEqualTo(2);
    }

    /** As our own runs do beyond 10⁹ · max(1, first loss). */
    @Test
    void divergeBeyondTheLimitOfOurOwnRuns() throws IOException {
        RunRecord run = read("p,sgd,sgd,1,1,0,1.0\np,sgd,sgd,1,1,10,1e15\n").get(0);
        assertThat(run.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(run.steps()).isEqualTo(10);
        assertThat(run.curve().last()).isEqualTo(1e15);
    }

    /** Of ten steps. */
    @Test
    void haveTheBudgetOfTheExperiment() throws IOException {
        RunRecord longer = read("p,sgd,sgd,1,1,0,1.0\np,sgd,sgd,1,1,10,0.5\np,sgd,sgd,1,1,20,0.1\n")
                .get(0);
        assertThat(longer.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
        assertThat(longer.curve().last()).isEqualTo(0.5);
        RunRecord shorter = read("p,sgd,sgd,1,1,0,1.0\np,sgd,sgd,1,1,4,0.5\n").get(0);
        assertThat(shorter.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(shorter.steps()).isEqualTo(4);
    }

    @Test
    void areReadAsPandasAndExcelWriteThem() throws IOException {
        assertThat(readFile("\uFEFF" + """
                        ,Problem,Updater,label,Learning Rate,seed,step,loss
                        0,p,sgd,sgd,1,1,0,1
                        1,p,sgd,sgd,1,1,10,0.5
                        """, Map.of()))
                .singleElement()
                .satisfies(run ->
                        assertThat(run.spec().trial().updater().learningRate()).contains(1.0));
    }

    @Test
    void sayWhatIsWrongAndWhere() {
        assertThatThrownBy(() -> read("q,sgd,sgd,1,1,0,1\n"))
                .hasMessageContaining("foreign.csv:2: problem: expected one of the recorded problems, p, found `q`.");
        assertThatThrownBy(() -> read("p,sgd,sgd,1,1,a,1\n"))
                .hasMessageEndingWith("foreign.csv:2: step: expected a whole number, found `a`.")
                .message()
                .doesNotContain("a table");
        assertThatThrownBy(() -> read("p,sgd,sgd,1,7,0,1\n")).hasMessageContaining(":2: seed: expected ");
        assertThatThrownBy(() -> read("p,sgd,sgd,1,1,0,1\np,sgd,sgd,1,1,0,1\n"))
                .hasMessageContaining(":3: step: expected a step after 0");
        assertThatThrownBy(() -> read("p,sgd,sgd,1,1,5,1\n")).hasMessageContaining("each run starting at 0");
        assertThatThrownBy(() -> read("p,sgd,sgd,fast,1,0,1\n"))
                .hasMessageContaining("learning_rate: expected a number, found `fast`");
    }

    /** What pandas' {@code to_csv} and R's {@code write.csv} make of our own: an index column, in any order. */
    @Test
    void mayComeFromAnotherProgram() throws IOException {
        RunRecord run = readFile("\uFEFF" + """
                        "","step","loss","seed","label","updater","learning_rate","problem"
                        "1",0,1.5,2,"a","adam",0.1,"p"
                        """, Map.of()).get(0);
        assertThat(run.spec().seed()).isEqualTo(2);
        assertThat(run.spec().trial().label()).isEqualTo("a (imported)");
    }

    /** The CSV that TensorBoard's scalars page offers. */
    @Test
    void mayBeScalarsOfTensorBoard() throws IOException {
        RunRecord run = readFile("Wall time,Step,Value\n1.7e9,0,1.5\n1.7e9,5,0.5\n", Map.of())
                .get(0);
        assertThat(run.spec().trial().label()).isEqualTo("foreign (imported)");
        assertThat(run.spec().seed()).isEqualTo(1);
        assertThat(run.curve()).isEqualTo(new Curve(new int[] {0, 5}, new double[] {1.5, 0.5}));
    }

    /** A run's metrics by {@code MlflowClient.get_metric_history}, several in one file. */
    @Test
    void mayBeMetricsOfMlflow() throws IOException {
        String file =
                "run_id,key,value,timestamp,step\nr1,train_loss,1.5,17,0\nr1,accuracy,0.5,17,0\nr1,train_loss,0.5,18,1\n";
        assertThat(readFile(file, Map.of()).get(0).curve())
                .isEqualTo(new Curve(new int[] {0, 1}, new double[] {1.5, 0.5}));
        assertThat(readFile(file, Map.of("loss", "accuracy")).get(0).curve())
                .isEqualTo(new Curve(new int[] {0}, new double[] {0.5}));
    }

    /** The export of a chart: a column for each run, and its smallest and largest beside it. */
    @Test
    void mayBeAChartOfWeightsAndBiases() throws IOException {
        List<RunRecord> runs = readFile(
                "\"Step\",\"calm-sea - loss\",\"calm-sea - loss__MIN\",\"wild-wind - loss\"\n0,1.5,1.5,1.6\n1,0.5,0.5,\"\"\n",
                Map.of());
        assertThat(runs)
                .extracting(run -> run.spec().trial().label())
                .containsExactly("calm-sea (imported)", "wild-wind (imported)");
        assertThat(runs.get(0).curve().size()).isEqualTo(2);
        assertThat(runs.get(1).curve().size()).isOne();
    }

    @Test
    void mayCallColumnsWhatTheyLike() throws IOException {
        assertThat(readFile("t;nll\n0;1,5\n1;0,5\n", Map.of("step", "t", "loss", "nll"))
                        .get(0)
                        .curve()
                        .last())
                .isEqualTo(0.5);
        assertThatThrownBy(() -> readFile("t,nll\n0,1.5\n", Map.of()))
                .hasMessageContaining(
                        "foreign.csv:1: expected the columns step and loss, and of problem, updater, label,"
                                + " learning_rate, seed those that there are, found t, nll; --map loss=NAME");
        assertThatThrownBy(() -> readFile("t,nll\n0,1.5\n", Map.of("step", "tt", "loss", "nll")))
                .hasMessageContaining("unknown column `tt`");
    }

    private List<RunRecord> read(String lines) throws IOException {
        return readFile(HEADING + lines, Map.of());
    }

    private List<RunRecord> readFile(String text, Map<String, String> mapping) throws IOException {
        Problem problem = new Problem("p", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());
        Training training = new Training(new Budget(Budget.Unit.STEPS, 10), 0, Precision.DOUBLE, Recording.EVERY_STEP);
        Trial trial = new Trial("sgd", problem, new Choice("sgd", Map.of(Choice.LEARNING_RATE, 0.1)), training);
        Experiment experiment = new Experiment("e", "", List.of(trial), List.of(1L, 2L), List.of());
        Path file = Files.writeString(folder.resolve("foreign.csv"), text);
        return new ForeignCurves(
                        file,
                        experiment,
                        Map.of("p", Map.of(1L, new ProblemFacts(5, 10, 1, 11, "hash", Optional.of(0.0)))),
                        mapping)
                .read();
    }
}
