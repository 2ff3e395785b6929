package org.converge4j.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.catalog.Catalog;
import org.converge4j.updater.Around;
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
            List<LibraryLine> lines = LibraryLine.all().toList();
            assertThat(lines).hasSize(cases.size());
            for (int i = 0; i < lines.size(); i++) {
                JsonNode one = cases.get(i);
                LibraryLine line = lines.get(i);
                assertThat(List.of(line.name(), line.library(), line.call(), line.entry()))
                        .containsExactly(
                                one.get("name").asString(),
                                one.get("library").asString(),
                                one.get("call").asString(),
                                one.get("updater").asString());
                Map<String, String> settings = new TreeMap<>();
                for (String setting : line.settings()) {
                    int equals = setting.indexOf('=');
                    settings.put(setting.substring(0, equals), number(setting.substring(equals + 1)));
                }
                Map<String, String> held = new TreeMap<>();
                one.get("settings")
                        .properties()
                        .forEach(setting -> held.put(
                                setting.getKey(), number(setting.getValue().asString())));
                assertThat(settings).isEqualTo(held);
            }
        }
    }

    /** A number as Java writes it; a word as it is. */
    private static String number(String text) {
        return text.matches("[a-z]+") ? text : Double.valueOf(text).toString();
    }

    /** Rules of one name that differ by more than their defaults, by what optax 0.2.8, Keras 3.15 and timm 1.0.29 compute. */
    @Test
    void what_is_another_rule_elsewhere_is_apart_at_the_same_settings_and_what_is_not_is_not() {
        Distances distances = new Distances(CATALOG);
        for (String name : List.of("muon", "adan", "yogi", "rprop", "torchRmsProp", "torchAdagrad")) {
            Updater ours = (Updater) CATALOG.updater(name).create(Map.of());
            for (Elsewhere one : Elsewhere.of(ours, CATALOG)) {
                double apart = distances.between(ours, one.atOurs()).get(1);
                if (one.atDefaults().getClass().equals(ours.getClass())) {
                    assertThat(apart).as(name + " " + one.library()).isZero();
                } else {
                    assertThat(apart).as(name + " " + one.library()).isBetween(1e-12, 10.0);
                }
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

    /** After one step Adam has moved against the gradient and its mean of one is where it is: nothing to mask, nothing to average. */
    @Test
    void what_stands_around_updaters_is_explained() {
        for (var variant : CATALOG.around()) {
            List<String> lines = AroundExplanation.of((Around) variant.create(Map.of()), CATALOG);
            assertThat(lines.get(0))
                    .isEqualTo(variant.name() + ": " + variant.about().value());
            assertThat(lines).contains("  stands around any updater");
            assertThat(lines.get(lines.size() - 1)).doesNotContain("∞", "NaN");
            String ours = lines.stream()
                    .filter(line -> line.matches(" +this( +[-0-9.× ⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)+"))
                    .findFirst()
                    .orElseThrow();
            boolean movesAtOnce = List.of("sam", "lookahead").contains(variant.name());
            assertThat(ours.matches(" +this +0 .*")).as(ours).isEqualTo(!movesAtOnce);
            assertThat(ours.strip()).as(ours).doesNotEndWith(" 0");
        }
    }
}
