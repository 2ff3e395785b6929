package org.converge4j.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Printable;

/**
 * The Java that a winner's class may consist of: builders of DL4J, settings, and, as an argument, a new object of an updater's
 * class. No other class is named, no other method reached, so that whoever compiles it compiles a configuration.
 */
final class ModelSource {
    /** Of DL4J and converge4j: what makes configurations, and opens no file. */
    private static final Pattern BUILDERS = Pattern.compile(
            "org\\.(deeplearning4j\\.nn\\.conf|nd4j\\.linalg\\.(activations|api\\.buffer|learning\\.config|lossfunctions|schedule)"
                    + "|converge4j\\.updater)\\.[\\w.]+");

    private static final Pattern IMPORT = Pattern.compile("import ((?:\\w+\\.)+(\\w+));");
    private static final Pattern TOKEN = Pattern.compile("\\s+|[A-Za-z_]\\w*|\\d[\\w.]*|\"[^\"\\n]*\"|[.(){};,=*+-]");
    private static final Set<String> WORDS = Set.of(
            "final",
            "static",
            "class",
            "private",
            "return",
            "new",
            "true",
            "false",
            "Winner",
            "configuration",
            "network");

    /** What builders have beside their settings. */
    private static final Set<String> FORBIDDEN =
            Set.of("getClass", "class", "forName", "fromJson", "fromYaml", "invoke", "exec");

    private final Map<String, String> imports = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();

    private ModelSource() {}

    /**
     * Refuses any other Java.
     *
     * @throws IllegalArgumentException if there is more in it
     */
    static void check(String java) {
        ModelSource source = new ModelSource();
        expect(java.indexOf('\\') < 0 && Printable.lines(java).equals(java), "other characters");
        java.lines().filter(line -> !line.startsWith("// ")).forEach(source::read);
        for (int i = 0; i < source.tokens.size(); i++) {
            expect(source.isAllowed(i), Mismatch.quoted(source.tokens.get(i)));
        }
    }

    private static void expect(boolean holds, String found) {
        Checks.expect(holds, "a model's code", "Java that builds a configuration of DL4J", found);
    }

    private void read(String line) {
        Matcher imported = IMPORT.matcher(line);
        if (imported.matches()) {
            imports.put(imported.group(2), imported.group(1));
            return;
        }
        Matcher token = TOKEN.matcher(line);
        int end = 0;
        while (token.find()) {
            expect(token.start() == end, "no code");
            end = token.end();
            if (!token.group().isBlank()) {
                tokens.add(token.group());
            }
        }
        expect(end == line.length(), "no code");
    }

    private boolean isAllowed(int i) {
        String token = tokens.get(i);
        if (!Character.isJavaIdentifierStart(token.charAt(0))) {
            return true;
        }
        if (at(i - 1).equals(".")) {
            return !FORBIDDEN.contains(token);
        }
        String imported = imports.getOrDefault(token, "");
        return WORDS.contains(token) || BUILDERS.matcher(imported).matches() || (!imported.isEmpty() && isUpdater(i));
    }

    /** Whether a class is only made an object of, which is handed to somebody: Java's compiler sees to it that it is an updater. */
    private boolean isUpdater(int i) {
        if (!at(i - 1).equals("new")
                || !at(i + 1).equals("(")
                || !Set.of("(", ",").contains(at(i - 2))) {
            return false;
        }
        int depth = 0;
        int end = i + 1;
        do {
            depth += at(end).equals("(") ? 1 : at(end).equals(")") ? -1 : 0;
            end++;
        } while (depth > 0 && end < tokens.size());
        return Set.of(")", ",").contains(at(end));
    }

    private String at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
    }
}
