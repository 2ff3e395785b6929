package org.converge4j.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractTest {
    private static final Catalog CATALOG = Catalog.load(ContractTest.class.getClassLoader());

    /** One in how many updaters of the catalog is examined. */
    private static final int EACH = Thorough.or(5, 1);

    @TestFactory
    Stream<DynamicTest> updaters_of_the_catalog_keep_the_contract() {
        List<Variant<UpdaterSettings>> usable = CATALOG.updaters().stream()
                .filter(variant -> variant.about().unusable().isEmpty())
                .toList();
        return IntStream.range(0, usable.size())
                .filter(i -> i % EACH == 0)
                .mapToObj(usable::get)
                .map(variant -> DynamicTest.dynamicTest(
                        variant.name(),
                        () -> assertThat(Contract.examine(variant))
                                .hasSizeGreaterThanOrEqualTo(11)
                                .allSatisfy(finding -> assertThat(finding.broken())
                                        .as(finding.promise())
                                        .isEmpty())));
    }

    @Test
    void an_unusable_updater_is_said_to_be_so() {
        assertThat(Contract.examine(CATALOG.updater("adaBelief")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.broken())
                        .hasValueSatisfying(reason -> assertThat(reason).contains("ArrayIndexOutOfBoundsException")));
    }

    /** Climbs, remembers in the wrong place, has no bounds and names no source. */
    @About(value = "everything wrong")
    public record Careless(@Setting("η") double learningRate) implements Rule {
        private static int applied;

        public Careless() {
            this(0.1);
        }

        @Override
        public List<String> state() {
            return List.of();
        }

        @Override
        public void apply(double[] gradient, double[][] state, Step step) {
            applied++;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= -learningRate * applied;
            }
        }
    }

    @Test
    void broken_promises_are_found() {
        assertThat(Contract.examine(Variant.of(Careless.class)))
                .filteredOn(finding -> finding.broken().isPresent())
                .extracting(Finding::promise)
                .contains(
                        "equation and source are given",
                        "NaN, infinite and negative settings are refused",
                        "the same start gives the same run, bit by bit",
                        "one network leaves nothing behind for the next",
                        "a network saved, restored and trained on is one never interrupted, bit by bit",
                        "the loss falls on the quadratic ½(x² + y²/10)");
    }
}
