package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.QuickStarts;
import org.converge4j.run.ExaminerMain;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What strangers bring in jars: a rule of matrices written from docs/updaters.md alone, and mistakes of every kind, each told in one line. */
class NewcomersTest {
    private static final String RULE = """
            package my;
            import java.util.List;
            import java.util.Set;
            import org.converge4j.catalog.About;
            import org.converge4j.catalog.Setting;
            import org.converge4j.catalog.rule.Reads;
            import org.converge4j.updater.Block;
            import org.converge4j.updater.Rule;
            import org.converge4j.updater.Step;
            @About(value = "momentum", equation = "m ← β m + g;  θ ← θ − η m", source = "mine")
            public record Own(
                    @Setting(value = "step size η", above = 0) double learningRate,
                    @Setting(value = "decay β", atLeast = 0, below = 1) double beta) implements Rule {
                public Own() { this(0.01, 0.9); }
                @Override public Set<Reads> reads() { return Set.of(); }
                @Override public List<String> state() { return List.of("m"); }
                @Override public void apply(double[] gradient, double[][] state, Step step) {
                    for (int i = 0; i < gradient.length; i++) {
                        state[0][i] = beta * state[0][i] + gradient[i];
                        gradient[i] = step.learningRate() * state[0][i];
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void a_strangers_matrix_rule_of_sixty_lines_keeps_the_contract_and_trains() throws IOException {
        String source = resource("Orthogonal.java");
        assertThat(source.lines().count()).isLessThanOrEqualTo(60);
        Path jar = Jars.of(folder.resolve("stranger.jar"), source, "stranger.Orthogonal");
        assertThat(Jars.broken(jar, "orthogonal")).isEmpty();
        Cli run = Cli.experiment(folder, """
                name: stranger
                problem: { data: iris, network: { mlp: { hidden: [4] } } }
                updaters: [orthogonal]
                seeds: 1
                budget: { steps: 100 }
                """, "--jar", jar);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void a_rule_that_ignores_its_rate_is_told_so() throws IOException {
        Path jar = Jars.of(folder.resolve("own.jar"), resource("Own.java"), "my.Own");
        Cli verify = Cli.run("verify", "own", "--jar", jar);
        assertThat(verify.out())
                .contains(
                        "BROKEN  the learning rate of a step is used, schedule included: the updates are the same at a"
                                + " thousandth of the rate: step.learningRate() is ignored");
        assertThat(verify.code()).isEqualTo(1);
    }

    /** Mistakes that keep a jar from being used at all, by what is said of them. */
    @TestFactory
    Stream<DynamicTest> a_jar_that_cannot_be_used_is_refused_in_one_line() {
        return Map.of(
                        RULE.replace("@About(value", "// @About(value"),
                        "my.Own is not a record with @About",
                        RULE.replace("public Own() { this(0.01, 0.9); }", ""),
                        "my.Own needs a no-argument constructor",
                        RULE.replace("@Setting(value = \"decay β\", atLeast = 0, below = 1) double", "double"),
                        "my.Own.beta lacks @Setting",
                        RULE.replace("double beta", "float beta").replace("0.9)", "0.9f)"),
                        "my.Own.beta: expected double, int, long, boolean, String, an enum or a List, found float",
                        RULE.replace("this(0.01, 0.9)", "this(0.01, Double.parseDouble(\"a lot\"))"),
                        "its no-argument constructor throws java.lang.NumberFormatException: For input string",
                        RULE.replace(" implements Rule", "").replace("@Override ", ""),
                        "it is no updater, data source, network",
                        RULE.replace("package my;", "package mine;"),
                        "its service file names my.Own, which it does not hold")
                .entrySet()
                .stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.getValue(), () -> {
                    Cli list = Cli.run("list", "--jar", jar(mistake.getKey()));
                    assertThat(list.err()).contains(mistake.getValue());
                    assertThat(list.err().strip().lines()).hasSize(1);
                    assertThat(list.code()).isEqualTo(2);
                }));
    }

    /** Mistakes in what a rule does, by what {@code verify} says. */
    @TestFactory
    Stream<DynamicTest> a_rule_that_does_something_wrong_is_told_what() {
        return Map.of(
                        RULE.replace("List.of(\"m\")", "List.of()"),
                        "it takes steps: java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0"
                                + " (Own.java:19)",
                        RULE.replace("beta * state[0][i] + gradient[i]", "beta * step.parameters()[i] + gradient[i]"),
                        "found it looking at the parameters without Reads.PARAMETERS. (Own.java:19)",
                        RULE.replace("+ gradient[i];", "+ gradient[i] + 1e-3 * gradient[gradient.length - 1];"),
                        "a parameter's update depends on others",
                        RULE.replace("step.learningRate() *", "step.learningRate() * step.learningRate() *"),
                        "not the learning rate times something that does not depend on it",
                        RULE.replace("gradient[i] = step", "gradient[i] = -step"),
                        "the loss falls on the quadratic",
                        RULE.replace("public Own()", "private static int applied; public Own()")
                                .replace("gradient[i] = step", "gradient[i] = 1e-6 * applied++ + step"),
                        "the updater keeps something outside its state",
                        RULE.replace("gradient[i] = step", "gradient[i] = 0 / gradient[i] + step"),
                        "it divides by the gradient's length, which may be 0",
                        RULE.replace("Set.of()", "Set.of(Reads.PARAMETERS)")
                                .replace("gradient[i] = step", "step.parameters()[i] -= step"),
                        "it changes step.parameters()",
                        RULE.replace("Set.of()", "Set.of(Reads.BLOCKS)")
                                .replace("beta * state", "(step.blocks().size() > 1 ? beta : 0) * state"),
                        "block ends at")
                .entrySet()
                .stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.getValue(), () -> {
                    assertThat(Jars.broken(jar(mistake.getKey()), "own"))
                            .anyMatch(line -> line.contains(mistake.getValue()));
                }));
    }

    /** Mistakes after which nothing else is worth trying. */
    @TestFactory
    Stream<DynamicTest> a_rule_that_cannot_step_is_told_that_alone() {
        return Map.of(
                        RULE.replace("this(0.01, 0.9)", "this(0.01, 1.5)"),
                        "the defaults are within their bounds, so no setting need be given: own.beta: expected a number"
                                + " at least 0 and below 1, found `1.5`.",
                        RULE.replace("gradient[i] = step", "double update = step"),
                        "it takes steps: it writes nothing into the gradient's array, from where its updates are taken:"
                                + " gradient[i] = step.learningRate() * … is accepted",
                        RULE.replace("List.of(\"m\")", "List.of(\"m\", \"m\")"),
                        "it takes steps: state() has one name twice: [m, m]",
                        RULE.replace(
                                "gradient[i] = step", "gradient[i] = Math.sqrt(-1 - gradient[i] * gradient[i]) + step"),
                        "it takes steps: its updates are not finite, though all gradients are")
                .entrySet()
                .stream()
                .map(mistake -> DynamicTest.dynamicTest(
                        mistake.getValue(),
                        () -> assertThat(Jars.broken(jar(mistake.getKey()), "own"))
                                .containsExactly("BROKEN  " + mistake.getValue())));
    }

    /** As verify does, which waits three minutes. */
    @Test
    void a_rule_without_end_is_not_waited_for() throws IOException, InterruptedException {
        Path endless = jar(RULE.replace(
                "gradient[i] = step", "while (step.number() > 0) { state[0][i]++; }\n gradient[i] = step"));
        List<String> command = new ArrayList<>(QuickStarts.java());
        command.addAll(List.of(
                "-Dconverge.patience=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + endless,
                ExaminerMain.class.getName(),
                "verify",
                "own"));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        assertThat(process.errorReader().lines())
                .last()
                .isEqualTo(
                        "own: no end after 1 s of trying its promises: it loops without end, or a step takes very long.");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private final List<Path> made = new ArrayList<>();

    private Path jar(String source) throws IOException {
        made.add(folder.resolve("own" + made.size() + ".jar"));
        return Jars.of(made.get(made.size() - 1), source, "my.Own");
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/jars", name));
    }
}
