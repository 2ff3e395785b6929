package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void every_variant_has_one_line() {
        assertThat(Cli.run("list").out().lines())
                .filteredOn(line -> line.startsWith("    adam "))
                .allSatisfy(line -> assertThat(line).matches("    adam +Adam, as DL4J computes it"))
                .hasSize(1);
        assertThat(Cli.run("list", "updaters").out()).contains("torchAdamW").doesNotContain("rosenbrock");
        assertThat(Cli.run("list", "problems").out()).contains("rosenbrock").doesNotContain("torchAdamW");
    }

    @Test
    void one_that_is_named_is_told_with_defaults_as_a_file_spells_them() {
        assertThat(Cli.run("list", "adam").out())
                .startsWith("adam: Adam, as DL4J computes it")
                .contains("a number above 0; default 1e-8", "arxiv.org/abs/1412.6980")
                .doesNotContain("torchAdam");
        assertThat(Cli.run("list", "csv").out())
                .contains("one of refuse, impute, drop; default refuse", "a text; required", "a list; default none")
                .doesNotContain("SourceFile", "REFUSE", "[]");
        assertThat(Cli.run("list", "linear").out()).contains("condition number").contains("mean squared error");
    }

    @Test
    void what_works_in_converge4j_alone_has_a_star() {
        assertThat(Cli.run("list", "updaters").out())
                .containsPattern("prodigy .* \\*\n")
                .containsPattern("muon [^*\n]*\n")
                .contains("* not inside DL4J's own fit; list NAME says why");
        assertThat(Cli.run("list", "problems").out()).doesNotContain("*\n");
    }

    @Test
    void an_unknown_name_is_said_with_the_nearest() {
        Cli cli = Cli.run("list", "adma");

        assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(cli.err()).hasLineCount(1).startsWith("unknown name `adma`").contains("Did you mean adam?");
    }

    @Test
    void no_default_shows_how_java_spells_it() {
        assertThat(Cli.run("list")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("    "))
                        .map(line -> line.strip().replaceFirst(" .*", ""))
                        .distinct()
                        .map(name -> Cli.run("list", name).out()))
                .allSatisfy(detail -> assertThat(detail)
                        .doesNotContain("SourceFile[", "[]", ".0;")
                        .doesNotContainPattern("default .*(\\d\\.0\\b|\\dE|\\d{7})")
                        .doesNotContainPattern("default [A-Z]{2}"));
    }
}
