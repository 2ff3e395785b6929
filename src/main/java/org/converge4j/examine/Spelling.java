package org.converge4j.examine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Updater;

/** An updater as one would type it: in an experiment file, or in Python. */
final class Spelling {
    private static final Map<String, String> PYTHON = Map.ofEntries(
            Map.entry("learningRate", "lr"),
            Map.entry("epsilon", "eps"),
            Map.entry("weightDecay", "weight_decay"),
            Map.entry("momentumDecay", "momentum_decay"),
            Map.entry("learningRateDecay", "lr_decay"),
            Map.entry("initialAccumulatorValue", "initial_accumulator_value"),
            Map.entry("torchSgd", "SGD"),
            Map.entry("torchAdam", "Adam"),
            Map.entry("torchAdamW", "AdamW"),
            Map.entry("torchNAdam", "NAdam"),
            Map.entry("torchRAdam", "RAdam"),
            Map.entry("torchAdamax", "Adamax"),
            Map.entry("torchRmsProp", "RMSprop"),
            Map.entry("torchAdagrad", "Adagrad"),
            Map.entry("torchAdadelta", "Adadelta"));

    private Spelling() {}

    /** {@code adam: { learningRate: 0.001, … }}, and for a rule of PyTorch's the call that makes it. */
    static String of(Updater updater) {
        Variant<?> variant = Variant.of(updater.getClass());
        String python = variant.about().family() == Family.TORCH ? "   = " + python(variant.name(), updater) : "";
        return inFile(updater) + python;
    }

    /** {@code adam: { learningRate: 0.001, … }}; a name alone has no settings. */
    static String inFile(Settings settings) {
        String name = Variant.of(settings.getClass()).name();
        Map<String, Object> all = Variant.settingsOf(settings);
        return all.isEmpty() ? name : name + ": { " + join(all, ": ") + " }";
    }

    private static String python(String name, Updater updater) {
        Map<String, Object> keywords = new LinkedHashMap<>();
        Map<String, Object> settings = new LinkedHashMap<>(Variant.settingsOf(updater));
        settings.forEach((setting, value) -> {
            if (setting.equals("beta1")) {
                keywords.put("betas", "(" + value + ", " + settings.get("beta2") + ")");
            } else if (!setting.equals("beta2")) {
                keywords.put(PYTHON.getOrDefault(setting, setting), value instanceof Boolean yes ? truth(yes) : value);
            }
        });
        return "torch.optim." + PYTHON.getOrDefault(name, name) + "(" + join(keywords, "=") + ")";
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    private static String join(Map<String, Object> values, String between) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + between + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
