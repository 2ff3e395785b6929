package org.converge4j.examine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.CatalogException;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.learning.config.IUpdater;

/** What is promised of an updater's description and settings. */
final class SettingPromises {
    /** The promise that all others rest on. */
    static final String DEFAULTS = "the defaults are within their bounds, so no setting need be given";

    private static final List<Double> NEVER_ACCEPTED =
            List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0);

    private final Variant<UpdaterSettings> variant;

    SettingPromises(Variant<UpdaterSettings> variant) {
        this.variant = variant;
    }

    /** Without which nothing else can be tried. */
    List<Promise> first() {
        return List.of(
                new Promise("equation and source are given", this::described), new Promise(DEFAULTS, this::presets));
    }

    List<Promise> others() {
        return List.of(
                new Promise("NaN, infinite and negative settings are refused", this::bounds),
                new Promise(
                        "settings survive DL4J's JSON",
                        () -> survive(MultiLayerConfiguration::toJson, MultiLayerConfiguration::fromJson)),
                new Promise(
                        "settings survive DL4J's YAML",
                        () -> survive(MultiLayerConfiguration::toYaml, MultiLayerConfiguration::fromYaml)),
                new Promise("a clone is equal to its original", this::cloned));
    }

    private Optional<String> described() {
        return Promise.unless(
                !variant.about().source().isEmpty()
                        && !variant.about().equation().isEmpty(),
                "@About has no " + (variant.about().source().isEmpty() ? "source" : "equation"));
    }

    private Optional<String> presets() {
        updater(Map.of()).toDl4j();
        return Optional.empty();
    }

    private Optional<String> bounds() {
        for (Parameter parameter : variant.parameters()) {
            if (parameter.type() == double.class) {
                boolean negatives = parameter.setting().atLeast() > Double.NEGATIVE_INFINITY
                        && parameter.setting().atLeast() < 0;
                for (double value : NEVER_ACCEPTED) {
                    if (!(negatives && value == -1) && isAccepted(parameter.name(), value)) {
                        return Optional.of(parameter.name() + ": " + value + " was accepted");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAccepted(String setting, double value) {
        try {
            updater(Map.of(setting, value)).toDl4j();
            return true;
        } catch (CatalogException refused) {
            return false;
        }
    }

    private Optional<String> survive(Written written, Read read) {
        MultiLayerConfiguration before =
                SmallNetwork.configuration(updater(Map.of()).toDl4j());
        String text = written.text(before);
        MultiLayerConfiguration after = read.configuration(text);
        IUpdater original = SmallNetwork.updater(before);
        IUpdater restored = SmallNetwork.updater(after);
        return Promise.unless(
                original.equals(restored) && original.hashCode() == restored.hashCode() && before.equals(after),
                original + " came back as " + restored);
    }

    private Optional<String> cloned() {
        IUpdater original = updater(Map.of()).toDl4j();
        IUpdater clone = original.clone();
        return Promise.unless(clone != original && clone.equals(original), original + " was cloned as " + clone);
    }

    private Updater updater(Map<String, ?> settings) {
        return (Updater) variant.create(settings);
    }

    private interface Written {
        String text(MultiLayerConfiguration configuration);
    }

    private interface Read {
        MultiLayerConfiguration configuration(String text);
    }
}
