package org.converge4j.train.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Model;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of every updater in the catalog is compiled and run, and its JSON loaded. */
class ModelCodeTest {
    private static final Catalog CATALOG = Catalog.load(ModelCodeTest.class.getClassLoader());

    @TempDir
    Path classes;

    @Test
    void code_and_json_make_the_same_configuration() throws ReflectiveOperationException, IOException {
        Map<String, Model> models = models();
        compile(models);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (Map.Entry<String, Model> each : models.entrySet()) {
                Method method = loader.loadClass(each.getKey()).getDeclaredMethod("configuration");
                method.setAccessible(true);
                MultiLayerConfiguration made = (MultiLayerConfiguration) method.invoke(null);

                assertThat(made.toJson())
                        .as(each.getKey())
                        .isEqualTo(each.getValue().json());
                assertThat(MultiLayerConfiguration.fromJson(each.getValue().json()))
                        .as(each.getKey())
                        .isEqualTo(made);
            }
        }
    }

    /** Of every usable updater on Linear, and one on a network with hidden layers; by the name of their class. */
    private static Map<String, Model> models() {
        Map<String, Model> models = new LinkedHashMap<>();
        for (Variant<UpdaterSettings> variant : CATALOG.updaters()) {
            boolean exported = Exports.refusal(variant.create(Map.of())).isEmpty();
            if (exported && variant.about().unusable().isEmpty()) {
                models.put("Winner" + models.size(), model(variant, "linear", Map.of()));
            }
        }
        models.put("Winner" + models.size(), model(CATALOG.updater("adam"), "mlp", Map.of("hidden", List.of(3L, 2L))));
        return models;
    }

    private static Model model(Variant<?> variant, String network, Map<String, Object> settings) {
        Problem problem = new Problem(
                "named",
                new Choice("randn", Map.of("rows", 4, "features", 2)),
                new Choice(network, settings),
                List.of());
        Training training = new Training(new Budget(Budget.Unit.STEPS, 1), 0, Precision.DOUBLE, Recording.EVERY_STEP);
        Updater updater = (Updater) variant.create(Map.of());
        Trial trial = new Trial(
                variant.name() + " named \u2028 */ \\u000a so",
                problem,
                new Choice(variant.name(), Map.of()),
                training);
        return ModelCode.of(LoadedProblem.load(problem, CATALOG, Path.of("")), trial, updater)
                .orElseThrow();
    }

    private void compile(Map<String, Model> models) {
        StringWriter errors = new StringWriter();
        List<JavaFileObject> sources = models.entrySet().stream()
                .map(each -> source(each.getKey(), each.getValue().java()))
                .toList();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        errors,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-nowarn",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString()),
                        null,
                        sources)
                .call();
        assertThat(compiled).as(errors.toString()).isTrue();
    }

    private static JavaFileObject source(String name, String code) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code.replace("Winner", name);
            }
        };
    }
}
