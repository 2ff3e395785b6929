package org.converge4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.schema.SchemaWriter;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What each key of an experiment file means, and what is said where it means nothing. */
class ExperimentFileTest {
    private static final Catalog CATALOG = Catalog.load(ExperimentFileTest.class.getClassLoader());
    private static final String HEAD = "name: x\nproblem: { data: randn }\n";

    @TempDir
    Path folder;

    @Test
    void what_is_left_out_has_its_default() throws IOException {
        Experiment experiment = read(HEAD + "updaters: [sgd]\n");

        assertThat(experiment.question()).isEmpty();
        assertThat(experiment.seeds()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(experiment.tuningSeeds()).isEmpty();
        assertThat(experiment.targets()).extracting(Target::value).containsExactly(0.1, 0.01, 0.001);
        Trial trial = experiment.trials().get(0);
        assertThat(trial.label()).isEqualTo("sgd");
        assertThat(trial.problem().name()).isEqualTo("randn");
        assertThat(trial.problem().network()).isEqualTo(new Choice("linear", Map.of()));
        assertThat(trial.training())
                .isEqualTo(
                        new Training(new Budget(Budget.Unit.STEPS, 1000), 0, Precision.DOUBLE, Recording.EVERY_STEP));
    }

    @Test
    void everything_that_is_said_is_taken() throws IOException {
        Experiment experiment = read("""
                name: all.of-it_1
                question: Why?
                problems:
                  - { name: a, data: { randn: { rows: 7 } }, start: { values: [1, 2.5] } }
                  - { name: b, function: rosenbrock, start: { values: [1, 1] } }
                updaters: [{ sgd: { learningRate: 0.5 }, label: mine }, adam]
                seeds: [5, -3]
                tuning: { seeds: 2 }
                budget: { epochs: 4 }
                batch: 2
                precision: Float
                targets: [0.25, { loss: 0.5, accuracy: [0.9, 0.95] }]
                record: { every: 3 }
                stopAt: { loss: 0.125 }
                timeLimit: 2.5
                """);

        assertThat(experiment.name()).isEqualTo("all.of-it_1");
        assertThat(experiment.question()).isEqualTo("Why?");
        assertThat(experiment.seeds()).containsExactly(5L, -3L);
        assertThat(experiment.tuningSeeds()).containsExactly(6L, 7L);
        assertThat(experiment.targets())
                .containsExactly(
                        new Target(Target.Kind.FRACTION, 0.25),
                        new Target(Target.Kind.LOSS, 0.5),
                        Target.of(Metric.ACCURACY, 0.9),
                        Target.of(Metric.ACCURACY, 0.95));
        assertThat(experiment.trials()).extracting(Trial::label).containsExactly("mine", "adam", "mine", "adam");
        assertThat(experiment.problems().get(0).data().settings()).containsEntry("rows", 7L);
        assertThat(experiment.problems().get(0).start()).containsExactly(1.0, 2.5);
        assertThat(experiment.problems().get(1).name()).isEqualTo("b");
        assertThat(experiment.problems().get(1).function()).isPresent();
        Training training = experiment.trials().get(0).training();
        assertThat(training.budget()).isEqualTo(new Budget(Budget.Unit.EPOCHS, 4));
        assertThat(training.batch()).isEqualTo(2);
        assertThat(training.precision()).isEqualTo(Precision.FLOAT);
        assertThat(training.recording()).isEqualTo(new Recording(Recording.Spacing.LINEAR, 3));
        assertThat(training.stopping().at()).contains(new Target(Target.Kind.LOSS, 0.125));
        assertThat(training.stopping().seconds()).contains(2.5);
    }

    @Test
    void grids_are_all_combinations_and_labels_name_what_differs() throws IOException {
        Experiment experiment = read(HEAD + """
                updaters:
                  - adam: { learningRate: { log: [0.001, 0.1], points: 3 }, beta1: [0.5, 0.9], beta2: 0.99 }
                  - { sgd: { learningRate: [0.1, 0.2] }, label: mine }
                """);

        assertThat(experiment.trials())
                .extracting(Trial::label)
                .containsExactly(
                        "adam learningRate=0.001 beta1=0.5",
                        "adam learningRate=0.001 beta1=0.9",
                        "adam learningRate=0.01 beta1=0.5",
                        "adam learningRate=0.01 beta1=0.9",
                        "adam learningRate=0.1 beta1=0.5",
                        "adam learningRate=0.1 beta1=0.9",
                        "mine learningRate=0.1",
                        "mine learningRate=0.2");
        assertThat(experiment.trials().get(0).updater().settings()).containsEntry("beta2", 0.99);
    }

    @Test
    void a_written_experiment_is_read_as_the_same() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n3,4\n");
        Experiment experiment = read("""
                name: again
                question: The same?
                problems:
                  - { name: a, data: { csv: { file: data.csv, target: b } }, start: { values: [1, 2] } }
                  - { name: b, function: rosenbrock }
                updaters:
                  - { adam: { learningRate: [0.1, 0.2] }, schedule: [warmUp: { steps: 3 }, constant], clip: { norm: 1 } }
                  - { sgd: {}, decay: { coupled: 0.1 } }
                seeds: [4, 9]
                tuning: { seeds: 3 }
                budget: { epochs: 4 }
                batch: 2
                precision: float
                targets: [0.25, { loss: 0.5, testRmse: 0.9 }]
                record: log
                stopAt: { loss: 0.125 }
                timeLimit: 2.5
                """);
        Path results = Files.createDirectories(folder.resolve("results/again"));

        String written = ExperimentWriter.write(experiment, folder, results);
        Experiment again = ExperimentFile.read(
                        Files.writeString(results.resolve("experiment.yaml"), written), CATALOG, List.of())
                .experiment();

        assertThat(written).contains("file: ../../data.csv");
        assertThat(again.runs().stream().map(run -> run.id()))
                .containsExactlyElementsOf(
                        experiment.runs().stream().map(run -> run.id()).toList());
        assertThat(again.trials())
                .extracting(Trial::label)
                .containsExactlyElementsOf(
                        experiment.trials().stream().map(Trial::label).toList());
        assertThat(again.targets()).isEqualTo(experiment.targets());
        assertThat(again.seeds()).isEqualTo(experiment.seeds());
        assertThat(again.tuningSeeds()).isEqualTo(experiment.tuningSeeds());
        assertThat(again.question()).isEqualTo("The same?");
        assertThat(again.trials().get(0).training())
                .isEqualTo(experiment.trials().get(0).training());
    }

    @Test
    void files_are_told_by_contents_and_from_the_experiment_file() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "abc");
        String file = "name: x\nproblem: { data: { csv: { file: %s, target: b } } }\nupdaters: [sgd]\n";
        // SHA-256 of "abc": FIPS 180-2, appendix B.1
        SourceFile expected =
                new SourceFile("data.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

        for (Object name : List.of("data.csv", data.toAbsolutePath())) {
            assertThat(read(file.formatted(name)).problems().get(0).data().settings())
                    .containsEntry("file", expected);
        }
    }

    @Test
    void the_schema_is_the_published_one() throws IOException {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(json.writeValueAsString(new SchemaWriter(CATALOG).schema())))
                .isEqualTo(json.readTree(Path.of("src/main/resources/experiment.schema.json")));
    }

    /** What is under a misspelt key is read as if it were not, so that nothing comes only after it was mended. */
    @Test
    void a_misspelt_key_is_one_mistake_and_hides_no_others() {
        refused("""
                name: a
                problm: { data: { randn: { rows: 0 } } }
                updaters: [sgd]
                """)
                .hasSize(2)
                .anyMatch(said -> said.endsWith("2:1: problm: unknown key. Did you mean problem?"))
                .anyMatch(said -> said.contains("problems[0].data.randn.rows: expected a whole number"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            budget: 5                      | 4:9: budget: expected { steps: n } or { epochs: n }, found `5`.
            budget: { steps: 1, epochs: 2 } | 4:9: budget: expected { steps: n } or
            budget: { steps: 0 }           | 4:18: budget.steps: expected a whole number
            budget: { steps: 100000001 }   | budget.steps: expected a whole number
            budget: { stpes: 3 }           | 4:11: budget.stpes: unknown key, expected one of steps, epochs. Did you mean steps?
            batch: half                    | 4:8: batch: expected full or a number of rows, found `half`.
            batch: 0                       | batch: expected a whole number
            batch: [2]                     | batch: expected a whole number
            precision: half                | 4:12: precision: expected double or float, found `half`.
            precision: []                  | precision: expected a text, found an empty list.
            record: evry                   | record: expected every, log or { every: n }, found `evry`. Did you mean every?
            record: { every: 0 }           | record.every: expected a whole number
            record: {}                     | record.every: missing, expected a number of steps.
            record: { every: 2, log: 1 }   | record.log: unknown key, expected every.
            timeLimit: 0                   | timeLimit: expected a number of seconds above 0, found `0`.
            timeLimit: .inf                | timeLimit: expected a number of seconds above 0, found `.inf`.
            evaluate: all                  | evaluate: expected { rows: all }, { looks: n } or both, found `all`.
            evaluate: { rows: al }         | evaluate.rows: expected all or a number of rows, found `al`.
            evaluate: { looks: 1 }         | evaluate.looks: expected a whole number at least 2 and at most 1000000, found `1`.
            keep: weights                  | keep: expected parameters, found `weights`.
            targets: [0]                   | targets[0]: expected
            targets: [1]                   | targets[0]: expected
            targets: [{}]                  | targets[0]: expected
            targets: [{ los: 1 }]          | targets[0].los: unknown key,
            targets: [{ accuracy: 70 }]    | targets[0].accuracy: expected numbers of at most 1, found `70`.
            alike: 2                       | alike: expected a share such as 0.01 or 1 %, found `2`.
            stopAt: 2                      | stopAt: expected
            seeds: 0                       | seeds: expected a whole number
            seeds: []                      | seeds: expected a count or a list of at least one seed, found an empty list.
            seeds: [1, 1]                  | 4:12: seeds[1]: expected each seed once, found 1 twice.
            seeds: [1.5]                   | seeds[0]: expected a whole number
            tuning: 3                      | tuning: expected { seeds: n }, found `3`.
            tuning: { seeds: [3, 11] }     | tuning.seeds: expected other seeds than those reported on, found [3].
            tuning: {}                     | tuning.seeds: missing, expected a count or a list of seeds.
            tuning: { seeds: 1, n: 1 }     | tuning.n: unknown key
            nonsense: 1                    | 4:1: nonsense: unknown key, expected one of name
            epochs: 20                     | 4:1: epochs: belongs elsewhere, expected budget: { epochs: … }.
            network: mlp                   | 4:1: network: belongs elsewhere, expected problem: { network: … }.
            learningRate: 1                | learningRate: belongs elsewhere, expected updaters: [ { sgd: { learningRate: … } } ].
            updaters: [-sgd]               | updaters[0]: unknown updater `-sgd`. A space belongs after the dash of a list.
            updaters: [{ name: adam, beta1: 0 }] | found name beside beta1; settings stand below its name: { adam: { … } }.
            updaters: [sgd, sgd: { learningRate: [1, 1] }] | found `sgd learningRate=1.0` twice.
            name: y                        | name: expected each key once, found this one twice.
            question: []                   | question: expected a text, found an empty list.
            problems: []                   | problems: expected one of problem and problems, found both.
            """)
    void a_wrong_key_is_said_with_its_place(String line, String message) {
        refused(HEAD + "updaters: [sgd]\n".repeat(line.startsWith("updaters") ? 0 : 1) + line + "\n")
                .anyMatch(said -> said.contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                   | updaters: expected at least one updater, found an empty list.
            [3]                                  | updaters[0]: unknown updater `3`, expected one of
            [[sgd]]                              | updaters[0]: expected one updater with its settings, such as
            [{ sgd: {}, adam: {} }]              | updaters[0]: expected one updater with its settings
            [sgd, sgd]                           | updaters[1]: expected different labels, found `sgd` here and at
            [{ sgd: {}, label: "" }]             | updaters[0].label: expected a text of 1 to 60 characters without control
            [adaBelief]                          | updaters[0]: adaBelief cannot be used:
            [sgd: 3]                             | updaters[0].sgd: expected a mapping of settings, found `3`.
            [sgd: { learningRate: { log: [1, 2] } }] | updaters[0].sgd.learningRate.points: missing, expected a number of points
            [sgd: { learningRate: { log: [1, 2], points: 1 } }] | learningRate.points: expected a whole number
            [sgd: { learningRate: { log: [2, 1], points: 3 } }] | learningRate.log: expected [from, to] with 0 < from < to
            [sgd: { learningRate: { log: [0, 1], points: 3 } }] | learningRate.log: expected [from, to] with 0 < from < to
            [sgd: { learningRate: { log: [1, 1], points: 3 } }] | learningRate.log: expected [from, to] with 0 < from < to
            [sgd: { learningRate: { log: [1], points: 3 } }] | learningRate.log: expected [from, to] with 0 < from < to
            [sgd: { learningRate: { log: [1, 2], points: 3, n: 1 } }] | learningRate.n: unknown key
            [sgd: { learningRate: { lin: [1, 2] } }] | learningRate: expected a number above 0, found a mapping.
            [adam: { beta1: { log: [0.5, 2], points: 3 } }] | beta1: expected a number at least 0 and below 1
            [{ torchAdamW: {}, decay: { coupled: 0.1 } }] | found weightDecay 0.01 in torchAdamW and a decay around it.
            """)
    void a_wrong_updater_is_said_with_its_place(String updaters, String message) {
        refused(HEAD + "updaters: " + updaters + "\n").anyMatch(said -> said.contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            problem: 3                                   | problem: expected a problem with data and network, found `3`.
            problem: {}                                  | problem.data: missing, expected a data source such as randn, or a function
            problem: { data: randm }                     | problem.data: unknown data source `randm`, expected one of
            problem: { data: { csv: a.csv, target: y } } | such as randn, found csv beside target; settings stand below it: { csv: { target: … } }.
            problem: { data: { iris: {}, randn: {} } }   | such as randn, found iris beside randn.
            problem: { data: randn, network: mpl }       | unknown network `mpl`, expected one of
            problem: { data: randn, netwrok: mlp }       | problem.netwrok: unknown key, expected one of data, network, name, start.
            problem: { data: randn, name: ../x }         | problem.name: expected a name of at most 80 letters
            problem: { data: randn, name: con.csv }      | problem.name: expected a name
            problem: { data: randn, start: 3 }           | problem.start: expected values: [w1, …, wn, b], found `3`.
            problem: { data: randn, start: {} }          | problem.start.values: missing, expected a list of numbers.
            problem: { data: randn, start: { values: [x] } } | problem.start.values
            problem: { data: randn, start: { values: [1], n: 1 } } | problem.start.n: unknown key
            problem: { data: { randn: { rows: 0 } } }    | problem.data.randn.rows: expected a whole number
            problem: { data: { randn: { rows: [1, 2] } } } | problem.data.randn.rows: expected
            problem: { data: { csv: {} } }               | problem.data.csv.file: missing, expected
            problem: { data: { csv: { file: no.csv, target: y } } } | problem.data.csv.file: expected a file, found no `no.csv` in
            problem: { data: { csv: { file: data.csv } } } | problem.data.csv: expected target, the columns to predict as numbers, for a regression; or label,
            problem: { data: { csv: { file: data.csv, standardise: al } } } | for a classification, found neither.
            problem: { data: { csv: { file: data.csv, label: b, target: a } } } | for a classification, found both.
            problem: { csv: { file: data.csv } }         | problem.csv: belongs elsewhere, expected problem: { data: { csv: … } }.
            problem: { data: data.csv }                  | unknown data source `data.csv`. Did you mean { csv: { file: data.csv } }?
            problem: { data: randn, network: model.json } | unknown network `model.json`. Did you mean { dl4j: { file: model.json } }?
            problem: { data: randn, network: { hidden: [3] } } | unknown network `hidden`. Did you mean { mlp: { hidden: … } }?
            problem: { function: rosenbruck }            | unknown function `rosenbruck`, expected one of
            problem: { function: rosenbrock, data: randn } | problem.data: unknown key, expected one of function, name, start.
            problems: []                                 | problems: expected at least one problem, found an empty list.
            problems: [{ data: randn }, { data: randn }] | problems[1]: expected different names, found two problems called randn.
            seeds: 3                                     | problems: missing, expected problem or problems.
            """)
    void a_wrong_problem_is_said_with_its_place(String problem, String message) {
        refused("name: x\nupdaters: [sgd]\n" + problem + "\n").anyMatch(said -> said.contains(message));
    }

    /** The parser stops lines below it. */
    @Test
    void a_dash_without_its_space_is_said_where_it_stands() {
        refused("name: x\nproblem: { data: randn }\nupdaters:\n-sgd\n-adam\nseeds: 2\n")
                .singleElement()
                .asString()
                .endsWith("4:2: expected a space after the dash of a list, found none.");
    }

    @Test
    void of_problems_with_refused_names_nothing_else_is_said() {
        refused("name: x\nupdaters: [sgd]\nproblems: [{ data: randn, name: a b }, { data: randn, name: a c }]\n")
                .hasSize(2)
                .allMatch(said -> said.contains("expected a name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                  | x.yaml:1:1: expected an experiment, found nothing; the smallest is:
            ~# only this~       | expected an experiment, found nothing; the smallest is:
            3                   | x.yaml:1:1: expected an experiment, a mapping with name, problems and updaters, found `3`.
            ~a: [~              | not YAML:
            ~name: x\n\tb: 1~    | x.yaml:2:1: expected spaces, found a tab: YAML forbids tabs here.
            ~a:\n  -\tb: [~      | x.yaml:2:4: expected spaces, found a tab: YAML forbids tabs here.
            ~a:\n  b: 1\n \t c: 1~ | x.yaml:3:2: expected spaces, found a tab: YAML forbids tabs here.
            ~a: !!int x~        | x.yaml:1:4: expected no tags, found `x` with a tag of numbers.
            ~a: !!float x~      | x.yaml:1:4: expected no tags, found `x` with a tag of numbers.
            ~a: !mine x~        | expected no tags, found `!mine`.
            """)
    void what_is_no_experiment_is_said(String text, String message) {
        refused(text.translateEscapes()).anyMatch(said -> said.contains(message));
    }

    @Test
    void the_smallest_experiment_that_an_empty_file_is_shown_is_one() throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), ExperimentFile.SMALLEST);

        assertThat(ExperimentFile.read(file, CATALOG, List.of()).experiment().trials())
                .extracting(trial -> trial.label())
                .containsExactly("sgd", "adam");
    }

    @Test
    void a_whole_number_may_be_written_with_a_power_of_ten() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.yaml"), HEAD + "updaters: [sgd]\nbudget: { steps: 1e3 }\nseeds: [2.0]\n");
        Experiment experiment = ExperimentFile.read(file, CATALOG, List.of()).experiment();

        assertThat(experiment.trials().get(0).training().budget()).isEqualTo(new Budget(Budget.Unit.STEPS, 1000));
        assertThat(experiment.seeds()).containsExactly(2L);
        refused(HEAD + "updaters: [sgd]\nseeds: [1e300, 1.5]\n")
                .anyMatch(said -> said.contains("seeds[0]: expected a whole number, found `1e300`."))
                .anyMatch(said -> said.contains("seeds[1]: expected a whole number, found `1.5`."));
        refused(HEAD + "updaters: [sgd]\nseeds: \"5\"\n").anyMatch(said -> said.endsWith("found the text `5`."));
    }

    @Test
    void a_word_is_suggested_only_where_one_is_near() {
        refused(HEAD + "updaters: [foo, adma]\n")
                .anyMatch(said -> said.contains("`foo`") && !said.contains("Did you mean"))
                .anyMatch(said -> said.endsWith("Did you mean adam?"));
        refused(HEAD + "updaters: [AdamW]\n")
                .anyMatch(said -> said.endsWith("unknown updater `AdamW`. Did you mean torchAdamW?"));
    }

    @Test
    void a_setting_that_the_file_does_not_name_can_be_set() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.yaml"), HEAD + "updaters: [adam: { learningRate: 0.1 }]\nseeds: 3\n");

        assertThat(ExperimentFile.read(file, CATALOG, List.of("updaters[0].beta1=0.5"))
                        .experiment()
                        .trials()
                        .get(0)
                        .updater()
                        .settings())
                .containsEntry("beta1", 0.5)
                .containsEntry("learningRate", 0.1);
    }

    @Test
    void mistakes_come_in_the_order_of_the_file_each_once_and_a_hundred_at_most() {
        refused("zeta: 1\nname: x\nalpha: 2\n").element(0).asString().contains(":1:1: problems: missing");
        StringBuilder many = new StringBuilder(HEAD + "updaters: [sgd]\n");
        for (int i = 0; i < 150; i++) {
            many.append("key").append(i).append(": 1\n");
        }
        refused(many.toString()).hasSize(101).last().asString().endsWith("x.yaml: and 50 more.");
    }

    @Test
    void values_from_the_command_line_take_the_place_of_the_files() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.yaml"),
                HEAD + "updaters: [sgd: { learningRate: 0.1 }, adam: {}]\nseeds: 3\nbudget: { epochs: 2 }\n");

        Experiment experiment = ExperimentFile.read(
                        file,
                        CATALOG,
                        List.of(
                                "updaters[0].learningRate=0.5",
                                "seeds=[7]",
                                "budget.epochs=9",
                                "batch=2",
                                "tuning.seeds=3"))
                .experiment();

        assertThat(experiment.trials().get(0).updater().learningRate()).contains(0.5);
        assertThat(experiment.seeds()).containsExactly(7L);
        assertThat(experiment.tuningSeeds()).hasSize(3);
        assertThat(experiment.trials().get(0).training().batch()).isEqualTo(2);
        assertThat(experiment.trials().get(0).training().budget()).isEqualTo(new Budget(Budget.Unit.EPOCHS, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            seeds            | --set `seeds`: expected a path and a value, such as updaters[0].learningRate=0.1, found `seeds`.
            =3               | found `=3`.
            updaters[2].learningRate=1 | --set `updaters[2].learningRate=1`: expected [0] to [1], found [2].
            updaters.adam.beta1=1 | --set `updaters.adam.beta1=1`: expected updaters[1] (adam), found updaters.adam.
            updaters.lion.beta1=1 | expected updaters[0] (sgd) or updaters[1] (adam), found updaters.lion.
            seeds=0:1:1:     | --set `seeds=0:1:1:`: seeds: expected a whole number at least 1 and at most 1000000, found a mapping.
            name[0]=1        | --set `name[0]=1`: expected nothing below `x`, found [0].
            name.x=1         | --set `name.x=1`: expected nothing below `x`, found `x`.
            updatres[0].learningRate=1 | unknown place `updatres`, expected one of name, problem, updaters, seeds. Did you mean updaters?
            a.b.c=1          | unknown place `a`, expected one of name, problem, updaters, seeds.
            name=            | --set `name=`: expected a value after =, found nothing.
            seeds=0          | --set `seeds=0`: seeds: expected a whole number at least 1 and at most 1000000, found `0`.
            """)
    void a_wrong_assignment_is_said(String assignment, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), HEAD + "updaters: [sgd, adam]\nseeds: 3\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ExperimentFile.read(file, CATALOG, List.of(assignment)))
                .satisfies(refusal -> assertThat(refusal.complaints()).anyMatch(said -> said.contains(message)));
    }

    private ListAssert<String> refused(String yaml) {
        try {
            read(yaml);
        } catch (ConfigException refusal) {
            return assertThat(refusal.complaints()).isNotEmpty();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        throw new AssertionError("it was read");
    }

    private Experiment read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
        ExperimentFile read = ExperimentFile.read(file, CATALOG, List.of());
        assertThat(read.base()).isEqualTo(folder);
        return read.experiment();
    }
}
