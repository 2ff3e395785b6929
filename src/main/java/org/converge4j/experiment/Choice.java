package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A variant of the catalog with a value for every one of its settings: {@code adam {learningRate: 0.001, beta1: 0.9, …}}.
 *
 * @param variant the catalog's name for it
 * @param settings by name, in the variant's own order; numbers, texts, booleans, {@link SourceFile}s and lists of these
 */
public record Choice(String variant, Map<String, Object> settings) {
    /** The setting that every tuning protocol varies first. */
    public static final String LEARNING_RATE = "learningRate";

    private static final int MOST_SETTINGS = 1000;

    public Choice {
        variant = Checks.text(variant, "the name of a variant", Checks.LONGEST_NAME);
        Checks.expect(settings.size() <= MOST_SETTINGS, "settings", "at most " + MOST_SETTINGS, settings.size());
        Map<String, Object> values = new LinkedHashMap<>(settings);
        values.replaceAll((name, value) -> checked(name, SourceFile.ifOne(present(name, value))));
        settings = Collections.unmodifiableMap(values);
    }

    private static Object checked(String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> checked(name, present(name, item)));
        } else {
            refuse(value instanceof Map<?, ?>, name, "an object");
            refuse(value instanceof Number number && !Double.isFinite(number.doubleValue()), name, value);
        }
        return value;
    }

    private static Object present(String name, @Nullable Object value) {
        refuse(value == null, name, "null");
        return requireNonNull(value);
    }

    private static void refuse(boolean isWrong, String name, Object found) {
        Checks.expect(!isWrong, "the setting " + name, "a finite number, a text, a truth or a list", found);
    }

    /** The step size η, or nothing for a rule that has none, such as AdaDelta. */
    public Optional<Double> learningRate() {
        return settings.get(LEARNING_RATE) instanceof Number rate ? Optional.of(rate.doubleValue()) : Optional.empty();
    }

    /** The same for every learning rate, and for that alone. */
    public Choice unrated() {
        return learningRate().isPresent() ? with(LEARNING_RATE, 1.0) : this;
    }

    /** The same variant with one setting changed. */
    public Choice with(String setting, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(settings);
        changed.put(setting, value);
        return new Choice(variant, changed);
    }

    // Written out, for Java links a record's own at the first use, milliseconds each (docs/design/speed.md).
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Choice choice
                        && variant.equals(choice.variant)
                        && settings.equals(choice.settings));
    }

    @Override
    public int hashCode() {
        return 31 * variant.hashCode() + settings.hashCode();
    }
}
