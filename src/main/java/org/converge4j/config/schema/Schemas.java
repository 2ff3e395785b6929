package org.converge4j.config.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few shapes that JSON Schemas are put together from, their keys in a stable order. */
final class Schemas {
    static final Map<String, Object> NUMBERS = list(Map.of("type", "number"));

    private Schemas() {}

    static void bound(Map<String, Object> value, String name, double bound) {
        if (Double.isFinite(bound)) {
            value.put(name, bound);
        }
    }

    static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> object = ordered("type", "object", "properties", properties, "additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return ordered("type", "array", "items", items, "minItems", 1);
    }

    static Map<String, Object> either(Object... schemas) {
        return ordered("anyOf", List.of(schemas));
    }

    static Map<String, Object> text(String description) {
        return ordered("type", "string", "description", description);
    }

    static Map<String, Object> whole(int least, String description) {
        return ordered("type", "integer", "minimum", least, "description", description);
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
