package org.converge4j.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.CatalogException;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.cli.option.CatalogNames;
import org.converge4j.cli.option.JarOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code list}: the catalog, a line each; all there is to know of one. */
@Command(
        name = "list",
        header = "The catalog; list adam says all of one.",
        description = "Lists what an experiment may name, a line each; of one that is named: its settings with their"
                + " defaults, its equation, its source.",
        footer = {"  ./converge list updaters", "  ./converge list adam"},
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final String UPDATERS = "updaters";
    private static final String PROBLEMS = "problems";

    private static final String AROUND = "Around any updater";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "updaters|problems|NAME",
            completionCandidates = CatalogNames.class,
            description = "which part, or which one; all unless given")
    private String wanted = "";

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() {
        Catalog catalog = jars.catalog();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, List<? extends Variant<?>>> parts = parts(catalog);
        if (wanted.isEmpty() || wanted.equals(UPDATERS) || wanted.equals(PROBLEMS)) {
            parts.forEach((title, variants) -> {
                if (wanted.isEmpty() || isOfUpdaters(title) == wanted.equals(UPDATERS)) {
                    index(title, variants, out);
                }
            });
            out.println("list NAME says all of one; list " + UPDATERS + " and list " + PROBLEMS + " show a part.");
        } else {
            named(parts).forEach(variant -> detail(variant, out));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static boolean isOfUpdaters(String title) {
        return title.equals("Updaters") || title.equals(AROUND);
    }

    private static Map<String, List<? extends Variant<?>>> parts(Catalog catalog) {
        Map<String, List<? extends Variant<?>>> parts = new LinkedHashMap<>();
        parts.put("Updaters", catalog.updaters());
        parts.put(AROUND, catalog.around());
        parts.put("Data sources", catalog.data());
        parts.put("Networks", catalog.networks());
        parts.put("Functions", catalog.functions());
        parts.put("Learning-rate schedules", catalog.schedules());
        return parts;
    }

    /** Those of the name: a data source and a network may share it. */
    private List<? extends Variant<?>> named(Map<String, List<? extends Variant<?>>> parts) {
        List<Variant<?>> all = new ArrayList<>();
        parts.values().forEach(all::addAll);
        List<Variant<?>> named =
                all.stream().filter(variant -> variant.name().equals(wanted)).toList();
        if (named.isEmpty()) {
            List<String> names = new ArrayList<>(List.of(UPDATERS, PROBLEMS));
            all.forEach(variant -> names.add(variant.name()));
            throw new CatalogException(Mismatch.unknown("name " + Mismatch.quoted(wanted), wanted, names));
        }
        return named;
    }

    private static void index(String title, List<? extends Variant<?>> variants, PrintWriter out) {
        out.println(title);
        int width = variants.stream()
                .mapToInt(variant -> variant.name().length())
                .max()
                .orElse(0);
        String family = "";
        boolean isAnyKept = false;
        for (Variant<? extends Settings> variant : variants) {
            if (!family.equals(variant.about().family().title())) {
                family = variant.about().family().title();
                out.println("  " + family);
            }
            boolean isKept = isKeptFromDl4j(variant);
            isAnyKept |= isKept;
            out.println(
                    "    " + variant.name() + " ".repeat(width - variant.name().length() + 2)
                            + variant.about().value() + (isKept ? " *" : ""));
        }
        if (isAnyKept) {
            out.println("  * not inside DL4J's own fit; list NAME says why, and what to do instead.");
        }
        out.println();
    }

    private static boolean isKeptFromDl4j(Variant<?> variant) {
        return variant.create(Map.of()) instanceof UpdaterSettings updater
                && Exports.refusal(updater).isPresent();
    }

    private static void detail(Variant<?> variant, PrintWriter out) {
        out.println(variant.name() + ": " + variant.about().value());
        line(out, "equation", variant.about().equation());
        for (Parameter parameter : variant.parameters()) {
            line(
                    out,
                    parameter.name(),
                    parameter.setting().value() + "; " + parameter.accepted() + "; " + preset(parameter));
        }
        line(out, "costs", variant.about().cost());
        if (variant.create(Map.of()) instanceof UpdaterSettings updater) {
            line(out, "reads", words(updater.reads()));
            line(out, "export", Exports.refusal(updater).orElse(""));
        }
        line(out, "source", variant.about().source());
        line(out, "unusable", variant.about().unusable());
    }

    private static String preset(Parameter parameter) {
        if (parameter.setting().required()) {
            return "required";
        }
        return parameter.setting().found() ? "found by looking" : "default " + parameter.spelledPreset();
    }

    private static String words(Set<Reads> reads) {
        return reads.stream().sorted().map(Reads::words).collect(Collectors.joining("; "));
    }

    private static void line(PrintWriter out, String name, String text) {
        if (!text.isEmpty()) {
            out.printf("  %-14s %s%n", name, text);
        }
    }
}
