package org.converge4j.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.catalog.Catalog;
import org.converge4j.updater.Updater;
import org.converge4j.updater.torch.TorchNAdam;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What explain says of other libraries is what ReferenceRulesTest holds to them, line by line. */
class ElsewhereTest {
    private static final Catalog CATALOG = Catalog.load(ElsewhereTest.class.getClassLoader());

    @Test
    void every_line_is_held_to_its_library() throws IOException {
        try (InputStream in = ElsewhereTest.class.getResourceAsStream("/libraries/rules.json")) {
            JsonNode cases = JsonMapper.builder().build().readTree(in).get("cases");
            List<List<String>> lines = Elsewhere.table()
                    .map(line -> List.of(line.split(" *\\| *", -1)))
                    .toList();
            assertThat(lines).hasSize(cases.size());
            for (int i = 0; i < lines.size(); i++) {
                JsonNode one = cases.get(i);
                assertThat(lines.get(i).subList(0, 4))
                        .containsExactly(
                                one.get("name").asString(),
                                one.get("library").asString(),
                                one.get("call").asString(),
                                one.get("updater").asString());
                Map<String, Double> settings = new TreeMap<>();
                if (!lines.get(i).get(4).isEmpty()) {
                    for (String setting : lines.get(i).get(4).split(" ", -1)) {
                        int equals = setting.indexOf('=');
                        settings.put(setting.substring(0, equals), Double.valueOf(setting.substring(equals + 1)));
                    }
                }
                Map<String, Double> held = new TreeMap<>();
                one.get("settings")
                        .properties()
                        .forEach(setting ->
                                held.put(setting.getKey(), setting.getValue().asDouble()));
                assertThat(settings).isEqualTo(held);
            }
        }
    }

    @Test
    void NAdam_is_another_rule_in_every_library() { // five steps at one setting part them by 1e-3 and more
        Updater torch = new TorchNAdam();
        List<Elsewhere> all = Elsewhere.of(torch, CATALOG);
        assertThat(all).extracting(Elsewhere::library).containsExactly("optax", "Keras");
        Distances distances = new Distances(CATALOG);
        for (Elsewhere one : all) {
            assertThat(distances.between(torch, one.atOurs()).get(1)).isBetween(1e-6, 1.0);
        }
    }
}
