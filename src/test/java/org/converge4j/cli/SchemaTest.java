package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.result.store.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The published schema is what the catalog and the reader say. */
class SchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/experiment.schema.json");

    @TempDir
    Path folder;

    @Test
    void the_published_schema_is_current() throws IOException {
        assertThat(Files.readString(PUBLISHED))
                .as("published; renew it with ./converge schema > " + PUBLISHED)
                .isEqualToIgnoringNewLines(Cli.run("schema").out());
    }

    @Test
    void the_schema_has_the_keys_that_the_reader_accepts() {
        JsonNode root = RecordFormat.JSON.readTree(Cli.run("schema").out());
        Cli cli = Cli.experiment(folder, """
                name: keys
                nonsense: 1
                problem: { data: randn, nonsense: 1 }
                updaters: [sgd]
                """);

        List<List<String>> accepted =
                cli.err().lines().map(SchemaTest::accepted).toList();
        assertThat(accepted).hasSize(2);
        assertThat(accepted.get(0)).containsExactlyElementsOf(names(root));
        assertThat(accepted.get(1)).containsExactlyElementsOf(names(root.at("/$defs/problem/anyOf/0")));
    }

    @Test
    void every_shipped_experiment_names_only_keys_of_the_schema() throws IOException {
        try (var configs = Files.list(Path.of("configs"))) {
            List<Path> files =
                    configs.filter(f -> f.toString().endsWith(".yaml")).toList();
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                Cli plan = Cli.run("plan", file, "--out", folder);
                assertThat(plan.err()).isEmpty();
                assertThat(plan.code()).isZero();
            });
        }
    }

    private static List<String> accepted(String complaint) {
        Matcher matcher = Pattern.compile("expected one of ([^.]*)\\.").matcher(complaint);
        assertThat(matcher.find()).as(complaint).isTrue();
        return List.of(matcher.group(1).split(", ")).stream().sorted().toList();
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.get("properties").propertyNames());
    }
}
