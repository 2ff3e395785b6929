package org.converge4j.updater;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.converge4j.catalog.CatalogException;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Variant;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonInclude;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A {@link Rule} as DL4J's configuration of an updater. DL4J writes its fields, the class and settings of the rule, to JSON and YAML. */
public final class RuleUpdater implements IUpdater {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final LinkedHashMap<String, Object> settings;
    private double learningRate;
    private @Nullable ISchedule schedule;

    /** How the parameters are cut into blocks, as {@link Layout} writes it; empty where nobody asks. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private final ArrayList<String> arrays; // a list need not be serializable

    private transient @Nullable Rule built;

    RuleUpdater(Rule rule) {
        this(rule, Layout.NONE);
    }

    RuleUpdater(Rule rule, Layout layout) {
        this(rule.getClass().getName(), written(rule), rule.learningRate(), null, layout.arrays());
    }

    @JsonCreator
    RuleUpdater(
            @JsonProperty("rule") String rule,
            @JsonProperty("settings") Map<String, Object> settings,
            @JsonProperty("learningRate") double learningRate,
            @JsonProperty("schedule") @Nullable ISchedule schedule,
            @JsonProperty("arrays") @Nullable List<String> arrays) {
        this.rule = rule;
        this.settings = new LinkedHashMap<>(settings);
        this.learningRate = learningRate;
        this.schedule = schedule;
        this.arrays = arrays == null ? new ArrayList<>() : new ArrayList<>(arrays);
    }

    @Override
    public long stateSize(long parameters) {
        int count = Math.toIntExact(parameters);
        return rule().state().stream()
                .mapToLong(name -> rule().extent(name).of(count, layout().ofArray(count)))
                .sum();
    }

    @Override
    public GradientUpdater<RuleUpdater> instantiate(@Nullable INDArray view, boolean initialize) {
        return new RuleGradientUpdater(this, rule(), view, initialize);
    }

    @Override
    public GradientUpdater<RuleUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
        RuleGradientUpdater updater = new RuleGradientUpdater(this, rule(), null, false);
        updater.setState(state, initialize);
        return updater;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return schedule == null ? learningRate : schedule.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double newLearningRate, @Nullable ISchedule newSchedule) {
        learningRate = newLearningRate;
        schedule = newSchedule;
    }

    @Override
    @SuppressWarnings({"MissingSuperCall", "AmbiguousMethodReference"
    }) // a copy of a few values; nothing inherited to copy
    public IUpdater clone() {
        return new RuleUpdater(rule, settings, learningRate, schedule == null ? null : schedule.clone(), arrays);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleUpdater that
                && rule().equals(that.rule())
                && Double.compare(learningRate, that.learningRate) == 0
                && Objects.equals(schedule, that.schedule)
                && arrays.equals(that.arrays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule(), learningRate, schedule, arrays);
    }

    @Override
    public String toString() {
        return rule() + " at learning rate " + (schedule == null ? learningRate : schedule);
    }

    /** The size of the state of so many parameters, all arrays together. */
    long stateOf(int parameters) {
        return rule().state().stream()
                .mapToLong(name -> rule().extent(name).of(parameters, layout().blocks(parameters)))
                .sum();
    }

    /** How the parameters are cut into blocks. */
    Layout layout() {
        return new Layout(arrays);
    }

    /** The rule, found again by the name of its class after this was read from a file. */
    private Rule rule() {
        if (built == null) {
            built = (Rule) Variant.of(find(rule)).create(settings);
        }
        return built;
    }

    private static Class<? extends Rule> find(String name) {
        ClassLoader users = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(name, true, users == null ? RuleUpdater.class.getClassLoader() : users)
                    .asSubclass(Rule.class);
        } catch (ClassNotFoundException | ClassCastException missing) {
            return Optional.of(name)
                    .filter(full -> full.startsWith(Rule.class.getPackageName() + "."))
                    .flatMap(full -> Shipped.recordNamed(full.substring(full.lastIndexOf('.') + 1)))
                    .<Class<? extends Rule>>map(variant -> variant.type().asSubclass(Rule.class))
                    .orElseThrow(() -> new CatalogException("the network uses the updater " + name
                            + ", which is not on the class path; the jar that holds it is needed"));
        }
    }

    private static Map<String, Object> written(Rule rule) {
        Map<String, Object> settings = Variant.settingsOf(rule);
        settings.replaceAll((name, value) -> value instanceof Enum<?> ? Parameter.spelled(value) : value);
        return settings;
    }
}
