package org.converge4j.wording;

import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Trial;

/** How trials and updaters are named for people: "sgd η = 0.316". Records and files for programs keep the labels of the experiment. */
public final class Labels {
    private static final Map<String, String> SYMBOLS =
            Map.of(Choice.LEARNING_RATE, "η", "beta", "β", "beta1", "β₁", "beta2", "β₂", "epsilon", "ε");

    /** The article's three, which have names in prose. */
    private static final Set<String> CALLED = Set.of("sgd", "momentum", "adam");

    private static final Pattern SETTING = Pattern.compile(" (\\w+)=(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    private Labels() {}

    /** An updater without what is chosen of it; two different ones have different names. */
    public static String updater(Trial trial) {
        return SETTING.matcher(trial.updaterName()).replaceAll(setting -> shown(setting, Figures::whole));
    }

    /** A trial with what is chosen of it. */
    public static String trial(Trial trial) {
        return of(trial.label());
    }

    /** A label of an experiment, as people write it. */
    public static String of(String label) {
        return SETTING.matcher(label).replaceAll(setting -> shown(setting, Figures::given));
    }

    /** An updater as people call it: "gradient descent" for {@code sgd}; the name itself for most. */
    public static Text name(String variant) {
        return CALLED.contains(variant) ? Text.of("name." + variant) : Text.plain(variant);
    }

    /** A setting's sign, or its name where it has none. */
    public static String symbol(String setting) {
        return SYMBOLS.getOrDefault(setting, setting);
    }

    private static String shown(MatchResult setting, DoubleFunction<String> number) {
        boolean isNumber = NUMBER.matcher(setting.group(2)).matches();
        String value = isNumber ? number.apply(Double.parseDouble(setting.group(2))) : setting.group(2);
        return Matcher.quoteReplacement(" " + symbol(setting.group(1)) + " = " + value);
    }
}
