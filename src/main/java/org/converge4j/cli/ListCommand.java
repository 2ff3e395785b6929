package org.converge4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.cli.option.JarOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code list}: the catalog. */
@Command(
        name = "list",
        description = "Lists the catalog: settings, defaults, equation, source.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    /** Parts of the catalog. */
    enum Part {
        UPDATERS,
        PROBLEMS
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "updaters|problems", description = "which part; all unless given")
    private List<Part> parts = List.of();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() {
        Catalog catalog = jars.catalog();
        PrintWriter out = spec.commandLine().getOut();
        if (!parts.contains(Part.PROBLEMS)) {
            print("Updaters", catalog.updaters(), out);
            print("Around any updater", catalog.around(), out);
        }
        if (!parts.contains(Part.UPDATERS)) {
            print("Data sources", catalog.data(), out);
            print("Networks", catalog.networks(), out);
            print("Functions", catalog.functions(), out);
            print("Learning-rate schedules", catalog.schedules(), out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static <S extends Settings> void print(String title, List<Variant<S>> variants, PrintWriter out) {
        out.println(title);
        String family = "";
        for (Variant<S> variant : variants) {
            if (!family.equals(variant.about().family().title())) {
                family = variant.about().family().title();
                out.println("  " + family);
            }
            out.println("    " + variant.name() + ": " + variant.about().value());
            line(out, "equation", variant.about().equation());
            for (Parameter parameter : variant.parameters()) {
                String preset = parameter.setting().required()
                        ? "required"
                        : parameter.setting().found() ? "found by looking" : "default " + parameter.preset();
                line(out, parameter.name(), parameter.setting().value() + "; " + parameter.accepted() + "; " + preset);
            }
            line(out, "costs", variant.about().cost());
            if (variant.create(Map.of()) instanceof UpdaterSettings updater) {
                line(out, "reads", words(updater.reads()));
                line(out, "export", Exports.refusal(updater).orElse(""));
            }
            line(out, "source", variant.about().source());
            line(out, "unusable", variant.about().unusable());
        }
    }

    private static String words(Set<Reads> reads) {
        return reads.stream().sorted().map(Reads::words).collect(Collectors.joining("; "));
    }

    private static void line(PrintWriter out, String name, String text) {
        if (!text.isEmpty()) {
            out.printf("      %-14s %s%n", name, text);
        }
    }
}
