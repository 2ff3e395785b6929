package org.converge4j.train.measure;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.Configuration;
import org.converge4j.result.Model;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseReader;
import org.converge4j.train.dense.Layer;
import org.converge4j.train.dense.Loss;
import org.converge4j.updater.Installation;
import org.converge4j.updater.Updater;
import org.converge4j.updater.Wrapper;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.learning.config.IUpdater;

/** Writes a trial's network and updater as Java code and as JSON for DL4J. */
final class ModelCode {
    /** Of the first weights; any but 0, which DL4J reads as the clock. */
    private static final long SEED = 1;

    private static final String DL4J = "org.deeplearning4j.nn.conf.";

    private final Trial trial;
    private final DenseNetwork network;
    private final Updater updater;
    private final TreeSet<String> imports = new TreeSet<>();

    private ModelCode(Trial trial, DenseNetwork network, Updater updater) {
        this.trial = trial;
        this.network = network;
        this.updater = updater;
    }

    /** The model of a trial, where its network is one that ships with converge4j. */
    static Optional<Model> of(LoadedProblem problem, Trial trial, Updater updater) {
        Training training = trial.training();
        if (!problem.blueprint().isPlain()
                || !(problem.configuration(training.precision()) instanceof Configuration.Layers layers)) {
            return Optional.empty();
        }
        MultiLayerConfiguration configuration = layers.configuration();
        Optional<DenseNetwork> network = DenseReader.read(configuration);
        configuration.getConfs().forEach(layer -> layer.setSeed(SEED));
        if (Exports.refusal(updater).isEmpty()) {
            Installation.install(configuration, updater);
        }
        return network.flatMap(
                dense -> Model.of(new ModelCode(trial, dense, updater).source(), configuration.toJson()));
    }

    private String source() {
        String type = trial.training().precision().name();
        StringBuilder body = new StringBuilder();
        line(body, 1, "static MultiLayerConfiguration configuration() {");
        line(
                body,
                2,
                (installs() ? "MultiLayerConfiguration network =" : "return")
                        + " new NeuralNetConfiguration.Builder()");
        line(body, 4, ".dataType(" + use("org.nd4j.linalg.api.buffer.DataType") + "." + type + ")");
        if (updater instanceof Wrapper dl4j) {
            line(body, 4, ".updater(" + dl4j(dl4j.toDl4j()) + ")");
        }
        line(body, 4, ".seed(" + SEED + ")");
        line(body, 4, ".list()");
        for (int i = 0; i < network.layers().size(); i++) {
            line(
                    body,
                    4,
                    ".layer("
                            + layer(
                                    network.layers().get(i),
                                    i == network.layers().size() - 1) + ")");
        }
        line(body, 4, ".build();");
        if (installs()) {
            line(body, 2, use(Installation.class.getName()) + ".install(network, " + own() + ");");
            line(body, 2, "return network;");
        }
        line(body, 1, "}");
        use(DL4J + "MultiLayerConfiguration");
        use(DL4J + "NeuralNetConfiguration");
        return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()) + "\n" + comment()
                + "final class Winner {\n    private Winner() {}\n\n" + body + "}\n";
    }

    private String comment() {
        List<String> lines = new ArrayList<>(List.of(
                oneLine(trial.label()) + " on " + oneLine(trial.problem().name()) + ".",
                "DL4J draws the first weights its own way; in the experiment they were drawn as PyTorch does."));
        Exports.refusal(updater)
                .ifPresent(why -> lines.add("Not part of this: the updater, which is " + oneLine(why) + "."));
        if (installs()) {
            lines.add("The updater is converge4j's: converge4j.jar belongs on the class path.");
        }
        if (!trial.common().equals(CommonSettings.NONE)) {
            lines.add("Not part of this: the trial's schedule, clipping, decay and what else is around.");
        }
        return lines.stream().map(text -> "// " + text + "\n").collect(Collectors.joining());
    }

    /** Names are free text: nothing in them may end the comment. */
    private static String oneLine(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]|\\\\", " ");
    }

    /** Whether the updater is one of converge4j's that works in DL4J. */
    private boolean installs() {
        return !(updater instanceof Wrapper) && Exports.refusal(updater).isEmpty();
    }

    private String layer(Layer layer, boolean last) {
        String loss = network.loss() == Loss.MEAN_SQUARED_ERROR ? "MSE" : "MCXENT";
        String builder = last
                ? use(DL4J + "layers.OutputLayer") + ".Builder(" + use("org.nd4j.linalg.lossfunctions.LossFunctions")
                        + ".LossFunction." + loss + ")"
                : use(DL4J + "layers.DenseLayer") + ".Builder()";
        return "new " + builder + ".nIn(" + layer.inputs() + ").nOut(" + layer.units() + ").activation("
                + use("org.nd4j.linalg.activations.Activation") + "." + layer.activation() + ").build()";
    }

    /** An updater of DL4J's by its builder, or by its constructor if it has none. */
    private String dl4j(IUpdater rule) {
        String name = use(rule.getClass().getName());
        List<Field> settings = Arrays.stream(rule.getClass().getDeclaredFields())
                .filter(field -> field.getType() == double.class && !Modifier.isStatic(field.getModifiers()))
                .toList();
        boolean built = Arrays.stream(rule.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("builder") && method.getParameterCount() == 0);
        return built
                ? settings.stream()
                        .map(field -> "." + field.getName() + "(" + number(read(field, rule)) + ")")
                        .collect(Collectors.joining("", name + ".builder()", ".build()"))
                : settings.stream()
                        .map(field -> number(read(field, rule)))
                        .collect(Collectors.joining(", ", "new " + name + "(", ")"));
    }

    /** As people write it; a product of two of the updater's settings, such as η(1−β), as that product, which is the same number. */
    private String number(double value) {
        List<Double> settings = Variant.settingsOf(updater).values().stream()
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .toList();
        for (double one : settings) {
            for (double other : settings) {
                if (!settings.contains(value) && value == one * (1 - other)) {
                    return written(one) + " * (1 - " + written(other) + ")";
                }
            }
        }
        return written(value);
    }

    private static String written(double value) {
        return Double.toString(value).replace(".0E", "E").replace('E', 'e');
    }

    private static double read(Field field, IUpdater rule) {
        try {
            field.setAccessible(true);
            return field.getDouble(rule);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("it was made accessible", impossible);
        }
    }

    /** A rule of converge4j's, by the constructor of its record. */
    private String own() {
        Map<String, Object> settings = Variant.settingsOf(updater);
        return "new " + use(updater.getClass().getName())
                + settings.values().stream().map(this::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private String literal(Object value) {
        if (value instanceof Enum<?> constant) {
            return use(constant.getDeclaringClass().getName()) + "." + constant.name();
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof Double number) {
            return written(number);
        }
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : value.toString();
    }

    /** The simple name of a class, which is imported. */
    private String use(String type) {
        imports.add(type.replace('$', '.'));
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    private static void line(StringBuilder text, int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }
}
