package org.converge4j.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.SourceFile;

/**
 * The JSON Schema of experiment files, for editors that complete and check while one types. Made from the catalog, so that a
 * user's own jar is in it too; reading a file does not use it.
 */
public final class SchemaWriter {
    private static final Map<String, Object> NUMBERS = ordered("type", "array", "items", Map.of("type", "number"));

    private final Catalog catalog;

    public SchemaWriter(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The schema, as a tree of maps, lists and values in a stable order. */
    public Map<String, Object> schema() {
        Map<String, Object> root =
                ordered("$schema", "https://json-schema.org/draft/2020-12/schema", "title", "A converge4j experiment");
        root.putAll(object(
                List.of("name", "updaters"),
                ordered(
                        "name", text("names the folder under results/"),
                        "question", text("what the experiment is to find out"),
                        "problem", problem(),
                        "problems", list(problem()),
                        "updaters", list(updater()),
                        "seeds", either(whole(1, "how many seeds"), list(Map.of("type", "integer"))),
                        "budget",
                                either(
                                        object(List.of("steps"), ordered("steps", whole(1, "parameter changes"))),
                                        object(List.of("epochs"), ordered("epochs", whole(1, "passes over the rows")))),
                        "batch", either(Map.of("const", "full"), whole(1, "rows a step sees")),
                        "precision", Map.of("enum", List.of("double", "float")),
                        "targets", list(target()),
                        "record",
                                either(
                                        Map.of("enum", List.of("every", "log")),
                                        object(
                                                List.of("every"),
                                                ordered("every", whole(1, "steps between points")))))));
        return root;
    }

    private Map<String, Object> problem() {
        return object(
                List.of("data"),
                ordered(
                        "name", text("what reports call it"),
                        "data", choice(catalog.data(), false),
                        "network", choice(catalog.networks(), false),
                        "start", object(List.of("values"), ordered("values", NUMBERS))));
    }

    private Map<String, Object> updater() {
        return choice(catalog.updaters(), true, "label", text("tells this updater from the others"));
    }

    private static Map<String, Object> target() {
        Map<String, Object> fraction = ordered(
                "type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1, "description", "of the first excess");
        return either(fraction, object(List.of("loss"), ordered("loss", Map.of("type", "number"))));
    }

    /** A variant's name alone, or the one key that names it with its settings, beside keys that may stand there too. */
    private static <S extends Settings> Map<String, Object> choice(
            List<Variant<S>> variants, boolean grids, Object... beside) {
        List<Variant<S>> usable = variants.stream()
                .filter(variant -> variant.about().unusable().isEmpty())
                .toList();
        Map<String, Object> keys = new LinkedHashMap<>();
        usable.forEach(variant -> keys.put(variant.name(), settings(variant, grids)));
        keys.putAll(ordered(beside));
        return either(
                Map.of("enum", usable.stream().map(Variant::name).toList()),
                ordered("type", "object", "properties", keys, "additionalProperties", false, "minProperties", 1));
    }

    private static Map<String, Object> settings(Variant<?> variant, boolean grids) {
        Map<String, Object> properties = new LinkedHashMap<>();
        variant.parameters().forEach(p -> properties.put(p.name(), grids ? grid(p) : value(p)));
        List<String> required = variant.parameters().stream()
                .filter(p -> p.setting().required())
                .map(Parameter::name)
                .toList();
        Map<String, Object> settings = object(required, properties);
        settings.put("description", variant.about().value());
        return settings;
    }

    private static Map<String, Object> grid(Parameter parameter) {
        Map<String, Object> one = value(parameter);
        return parameter.type() == double.class
                ? either(
                        one,
                        list(one),
                        object(
                                List.of("log", "points"),
                                ordered("log", NUMBERS, "points", whole(2, "points of the grid"))))
                : either(one, list(one));
    }

    private static Map<String, Object> value(Parameter parameter) {
        Map<String, Object> value = new LinkedHashMap<>();
        Class<?> type = parameter.type();
        if (type.isEnum()) {
            value.put("enum", parameter.choices());
        } else if (parameter.isList()) {
            value.put("type", "array");
        } else {
            value.put(
                    "type",
                    type == double.class
                            ? "number"
                            : type == int.class || type == long.class
                                    ? "integer"
                                    : type == boolean.class ? "boolean" : "string");
        }
        bound(value, "exclusiveMinimum", parameter.setting().above());
        bound(value, "minimum", parameter.setting().atLeast());
        bound(value, "exclusiveMaximum", parameter.setting().below());
        bound(value, "maximum", parameter.setting().atMost());
        value.put("description", parameter.setting().value());
        if (!parameter.setting().required() && type != SourceFile.class) {
            value.put(
                    "default",
                    parameter.preset() instanceof Enum<?> word ? Parameter.spelled(word) : parameter.preset());
        }
        return value;
    }

    private static void bound(Map<String, Object> value, String name, double bound) {
        if (Double.isFinite(bound)) {
            value.put(name, bound);
        }
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> object = ordered("type", "object", "properties", properties, "additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return ordered("type", "array", "items", items, "minItems", 1);
    }

    private static Map<String, Object> either(Object... schemas) {
        return ordered("anyOf", List.of(schemas));
    }

    private static Map<String, Object> text(String description) {
        return ordered("type", "string", "description", description);
    }

    private static Map<String, Object> whole(int least, String description) {
        return ordered("type", "integer", "minimum", least, "description", description);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
