package org.converge4j.config.schema;

import static org.converge4j.config.schema.Schemas.NUMBERS;
import static org.converge4j.config.schema.Schemas.bound;
import static org.converge4j.config.schema.Schemas.either;
import static org.converge4j.config.schema.Schemas.list;
import static org.converge4j.config.schema.Schemas.object;
import static org.converge4j.config.schema.Schemas.ordered;
import static org.converge4j.config.schema.Schemas.text;
import static org.converge4j.config.schema.Schemas.whole;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.training.Metric;

/**
 * The JSON Schema of experiment files, for editors that complete and check while one types. Made from the catalog, so that a
 * user's own jar is in it too; reading a file does not use it.
 */
public final class SchemaWriter {
    private final Catalog catalog;

    public SchemaWriter(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The schema, as a tree of maps, lists and values in a stable order. */
    public Map<String, Object> schema() {
        Map<String, Object> root =
                ordered("$schema", "https://json-schema.org/draft/2020-12/schema", "title", "A converge4j experiment");
        Map<String, Object> keys = ordered(
                "name", text("names the folder under results/"),
                "question", text("what the experiment is to find out"),
                "problem", reference("problem"),
                "problems", list(reference("problem")),
                "updaters", list(reference("updater")),
                "seeds", either(whole(1, "how many seeds"), list(Map.of("type", "integer"))),
                "tuning",
                        object(
                                List.of(),
                                ordered(
                                        "seeds",
                                        either(whole(1, "how many other seeds"), list(Map.of("type", "integer"))),
                                        "settings",
                                        either(
                                                ordered("type", "string", "description", "chosen, not compared"),
                                                list(Map.of("type", "string"))))),
                "budget",
                        either(
                                object(List.of("steps"), ordered("steps", whole(1, "parameter changes"))),
                                object(List.of("epochs"), ordered("epochs", whole(1, "passes over the rows")))),
                "batch", either(Map.of("const", "full"), whole(1, "rows a step sees")),
                "precision", Map.of("enum", List.of("double", "float")),
                "targets", list(target()),
                "decideBy", decideBy(),
                "alike", alike(),
                "record",
                        either(
                                Map.of("enum", List.of("every", "log")),
                                object(List.of("every"), ordered("every", whole(1, "steps between points")))),
                "stopAt", target(),
                "timeLimit", positive("seconds a run may take"),
                "evaluate",
                        object(
                                List.of(),
                                ordered(
                                        "rows",
                                                either(
                                                        Map.of("enum", List.of("all")),
                                                        whole(1, "rows that a look is at")),
                                        "looks", whole(2, "looks at a run, from its start to its end"))),
                "keep", Map.of("const", "parameters"));
        keys.putAll(common());
        root.putAll(object(List.of("name", "updaters"), keys));
        root.put(
                "$defs",
                ordered(
                        "problem", problem(),
                        "updater", updater(),
                        "schedule", choice(catalog.schedules(), false, Map.of()),
                        "around", choice(catalog.around(), false, Map.of())));
        return root;
    }

    private Map<String, Object> problem() {
        Map<String, Object> name = text("what reports call it");
        Map<String, Object> start = object(List.of("values"), ordered("values", NUMBERS));
        return either(
                object(
                        List.of("data"),
                        ordered(
                                "name",
                                name,
                                "data",
                                choice(catalog.data(), false, Map.of()),
                                "network",
                                choice(catalog.networks(), false, Map.of()),
                                "start",
                                start)),
                object(
                        List.of("function"),
                        ordered(
                                "name", name,
                                "function", choice(catalog.functions(), false, Map.of()),
                                "start", start)));
    }

    private Map<String, Object> updater() {
        Map<String, Object> beside = ordered("label", text("tells this updater from the others"));
        beside.putAll(common());
        return choice(catalog.updaters(), true, beside);
    }

    /** What may be said for all updaters and for each. */
    private Map<String, Object> common() {
        Map<String, Object> none = Map.of("const", "none");
        Map<String, Object> schedule = reference("schedule");
        Map<String, Object> around = reference("around");
        return ordered(
                "schedule", either(schedule, list(schedule)),
                "clip",
                        either(
                                none,
                                object(List.of("value"), ordered("value", positive("largest size of a component"))),
                                object(List.of("norm"), ordered("norm", positive("largest norm of the gradient")))),
                "decay",
                        either(
                                none,
                                object(List.of("coupled"), ordered("coupled", positive("added to the gradient"))),
                                object(List.of("decoupled"), ordered("decoupled", positive("beside the update")))),
                "around", either(none, around, list(around)));
    }

    private static Map<String, Object> target() {
        Map<String, Object> fraction = ordered(
                "type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1, "description", "of the first excess");
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            metrics.put(metric.key(), either(Map.of("type", "number"), NUMBERS));
        }
        return either(fraction, object(List.of(), metrics));
    }

    private static Map<String, Object> alike() {
        Map<String, Object> share = ordered("type", "number", "minimum", 0, "exclusiveMaximum", 1);
        Map<String, Object> alike = either(share, ordered("type", "string", "pattern", "^[0-9.]+ *%$"));
        alike.put("description", "the smallest relative difference of interest; 0.01 unless given");
        return alike;
    }

    private static Map<String, Object> only(DecideBy.Kind kind, Map<String, Object> value) {
        return object(List.of(kind.key()), ordered(kind.key(), value));
    }

    private static Map<String, Object> decideBy() {
        List<String> metrics = Arrays.stream(Metric.values()).map(Metric::key).toList();
        Map<String, Object> decideBy = either(
                Map.of("enum", DecideBy.words()),
                only(DecideBy.Kind.BEST, Map.of("enum", metrics)),
                only(DecideBy.Kind.STEPS, target()),
                only(DecideBy.Kind.TIME, target()));
        decideBy.put(
                "description",
                "what ranks the updaters; the question's target, the test part or the final loss unless given");
        return decideBy;
    }

    /** A variant's name alone, or the one key that names it with its settings, beside keys that may stand there too. */
    private static <S extends Settings> Map<String, Object> choice(
            List<Variant<S>> variants, boolean grids, Map<String, Object> beside) {
        List<Variant<S>> usable = variants.stream()
                .filter(variant -> variant.about().unusable().isEmpty())
                .toList();
        Map<String, Object> keys = new LinkedHashMap<>();
        usable.forEach(variant -> keys.put(variant.name(), settings(variant, grids)));
        keys.putAll(beside);
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
        return required.size() == 1 && !grids
                ? either(value(variant.parameter(required.get(0)).orElseThrow()), settings)
                : settings;
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
            value.put(
                    "enum",
                    parameter.choices().stream()
                            .flatMap(SchemaWriter::spellings)
                            .toList());
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
        if (!parameter.setting().required() && !parameter.setting().found() && type != SourceFile.class) {
            value.put(
                    "default",
                    parameter.preset() instanceof Enum<?> word ? Parameter.spelled(word) : parameter.preset());
        }
        return value;
    }

    /** {@code true} and {@code false} are words of YAML that a file need not quote. */
    private static Stream<Object> spellings(String word) {
        return List.of("true", "false").contains(word) ? Stream.of(word, Boolean.valueOf(word)) : Stream.of(word);
    }

    private static Map<String, Object> positive(String description) {
        return ordered("type", "number", "exclusiveMinimum", 0, "description", description);
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }
}
