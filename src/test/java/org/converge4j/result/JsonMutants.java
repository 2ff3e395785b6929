package org.converge4j.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of another structure than a program would write: values of wrong types, missing, repeated, huge, or somebody else's. */
public final class JsonMutants {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> SPLINTERS = List.of(
            "null",
            "[null]",
            "{}",
            "[]",
            "[[[]]]",
            "true",
            "-1",
            "0",
            "1",
            "2147483647",
            "99999999999999999999",
            "0.5",
            "-0.0",
            "1e308",
            "-1e308",
            "1e-320",
            "1e999",
            "\"\"",
            "\"x\"",
            "\"NaN\"",
            "\"=cmd|' /C calc'!A0\"",
            "\"\\u202e\\u001b[31m\\u009b2J\\n```\\n![x](https://example.org/x.png)\"",
            "\"../../x\"",
            "\"<script>alert(1)</script>\"",
            "\"" + "x".repeat(20_000) + "\"",
            "{\"path\": \"/etc/passwd\", \"sha256\": \"0\"}",
            "{\"a\": {\"b\": [1, {\"c\": null}]}}");

    private JsonMutants() {}

    /** Changes one to three values. */
    public static String of(String json, Random random) {
        JsonNode root = JSON.readTree(json);
        for (int i = random.nextInt(3); i >= 0; i--) {
            root = mutate(root, random);
        }
        return JSON.writeValueAsString(root);
    }

    private static JsonNode mutate(JsonNode root, Random random) {
        List<JsonNode> parents = new ArrayList<>();
        gather(root, parents);
        if (parents.isEmpty() || random.nextInt(40) == 0) {
            return splinter(random);
        }
        JsonNode parent = parents.get(random.nextInt(parents.size()));
        JsonNode value = switch (random.nextInt(4)) {
            case 0 -> parents.get(random.nextInt(parents.size())).deepCopy();
            default -> splinter(random);
        };
        if (parent instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(5) == 0) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (parent instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(5)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, array.get(at).deepCopy());
                default -> array.set(at, value);
            }
        }
        return root;
    }

    /** Everything that holds something. */
    private static void gather(JsonNode node, List<JsonNode> parents) {
        if (!node.isEmpty()) {
            parents.add(node);
        }
        node.forEach(inner -> gather(inner, parents));
    }

    private static JsonNode splinter(Random random) {
        return JSON.readTree(SPLINTERS.get(random.nextInt(SPLINTERS.size())));
    }
}
