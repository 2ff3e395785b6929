package org.converge4j.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.ConfigException;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;
import org.converge4j.problem.data.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where each seed divides the rows, it trains on what it would train on if that seed divided them for all. */
class SplitTest {
    private final Catalog catalog = Catalog.load(getClass().getClassLoader());

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder rows = new StringBuilder("who,a,b,mark,y\n");
        for (int i = 0; i < 30; i++) {
            String gap = i % 7 == 3 ? "" : Integer.toString(i);
            rows.append("%s,%d,%s,%d,%d%n".formatted("pqrstu".charAt(i % 6), i * i, gap, i / 29, i * (i % 4)));
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
    }

    @Test
    void each_seed_has_the_rows_of_a_table_that_it_would_choose_for_all() {
        divides("csv", table("ignore", List.of("who", "mark"), "standardise", "all"));
    }

    @Test
    void each_seed_has_the_sequences_that_it_would_choose_for_all() {
        divides("csv", table("ignore", List.of("mark"), "sequence", "who"));
    }

    @Test
    void each_seed_has_the_irises_that_it_would_choose_for_all() {
        divides("iris", Map.of("testFraction", 0.3));
    }

    private Map<String, Object> table(Object... more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "file",
                new SourceFile("rows.csv", ""),
                "target",
                List.of("y"),
                "missing",
                "impute",
                "testFraction",
                0.34));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i].toString(), more[i + 1]);
        }
        return settings;
    }

    private void divides(String source, Map<String, Object> settings) {
        DataSource each = source(source, settings, "split", "each");
        List<String> hashes = new ArrayList<>();
        for (long seed : new long[] {3, 1, 2, 1}) {
            Data here = each.divisions(folder).orElseThrow().of(seed);
            Data alone = source(source, settings, "seed", seed).load(folder);
            hashes.add(here.hash());
            assertThat(here.hash()).isEqualTo(alone.hash());
            assertThat(here.test().map(Data::hash))
                    .isPresent()
                    .isEqualTo(alone.test().map(Data::hash));
        }
        assertThat(hashes.get(3)).isEqualTo(hashes.get(1));
        assertThat(hashes.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(source(source, settings, "split", "one").divisions(folder)).isEmpty();
    }

    private DataSource source(String source, Map<String, Object> settings, String name, Object value) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(name, value);
        return (DataSource) catalog.data(source, all);
    }

    @Test
    void each_seed_divides_the_same_points_of_spirals() {
        DataSource each = source("spirals", Map.of("rows", 40, "seed", 9L), "split", "each");
        double[] first = all(each.divisions(folder).orElseThrow().of(1));
        double[] second = all(each.divisions(folder).orElseThrow().of(2));

        assertThat(first).hasSize(2 * 40).isNotEqualTo(second);
        assertThat(Arrays.stream(first).sorted())
                .containsExactly(Arrays.stream(second).sorted().boxed().toArray(Double[]::new));
    }

    private static double[] all(Data data) {
        return DoubleStream.concat(
                        Arrays.stream(data.x()),
                        Arrays.stream(data.test().orElseThrow().x()))
                .toArray();
    }

    @Test
    void a_problem_has_the_floor_of_the_rows_of_a_seed() {
        LoadedProblem each = problem("target: y, ignore: [who, mark], missing: impute, testFraction: 0.2, split: each");

        List<Double> floors = LongStream.of(1, 2)
                .mapToObj(seed -> each.at(seed).facts().floor().orElseThrow())
                .toList();
        assertThat(floors).doesNotHaveDuplicates();
        assertThat(floors.get(1))
                .isEqualTo(problem("target: y, ignore: [who, mark], missing: impute, testFraction: 0.2, seed: 2")
                        .facts()
                        .floor()
                        .orElseThrow());
        assertThat(each.at(2)).isSameAs(each.at(2));
        assertThat(each.data().understood()).contains("  test part: 6 of the rows, others for each seed");
    }

    @Test
    void a_training_part_that_cannot_be_prepared_is_refused_with_its_seed() {
        String settings = "target: y, ignore: [who, b], standardise: features, testFraction: 0.5, ";
        int refused = 0;
        for (long seed = 1; seed <= 12; seed++) {
            boolean isAlone = isRefused(settings + "seed: " + seed, 1);
            assertThat(isRefused(settings + "split: each", seed)).isEqualTo(isAlone);
            refused += isAlone ? 1 : 0;
        }
        assertThat(refused).isBetween(1, 11); // the only row whose mark is 1 is in about half of the training parts
    }

    private boolean isRefused(String settings, long seed) {
        try {
            Problem problem = read(settings);
            LoadedProblem.load(problem, catalog, folder, seed);
            return false;
        } catch (ProblemException refused) {
            assertThat(refused.getMessage())
                    .startsWith("rows.csv: feature mark is constant in all 15 training rows and cannot be standardised")
                    .contains(settings.endsWith("each") ? "(as seed " + seed + " divides the rows)" : "standardise");
            return true;
        }
    }

    private LoadedProblem problem(String settings) {
        return LoadedProblem.load(read(settings), catalog, folder);
    }

    private Problem read(String settings) {
        return file(settings).experiment().problems().get(0);
    }

    private ExperimentFile file(String settings) {
        try {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), """
                    name: split
                    problem: { data: { csv: { file: rows.csv, %s } }, network: linear }
                    updaters: [sgd]
                    """.formatted(settings));
            return ExperimentFile.read(file, catalog, List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void what_is_not_divided_is_not_divided_anew() {
        assertThatThrownBy(() -> file("target: y, split: each"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("split: expected a testFraction above 0 beside each, found none");
    }

    /** The id is that of a version that knew no split. */
    @Test
    void runs_of_before_there_was_a_split_are_the_same_runs() {
        String settings = "target: y, ignore: [who, mark, b], testFraction: 0.2";

        assertThat(id(settings)).isEqualTo("a203967f3db7ec00966c").isEqualTo(id(settings + ", split: one"));
        assertThat(id(settings + ", split: each")).isNotEqualTo(id(settings));
    }

    private String id(String settings) {
        return new RunSpec(file(settings).experiment().trials().get(0), 1).id();
    }
}
