package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mistyped is said in one line: what it was, what is nearest, how to get help. */
class MistakesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rnu                   | unknown command `rnu`. Did you mean run? See ./converge --help.
            frobnicate            | unknown command `frobnicate`. See ./converge --help.
            --verison             | unknown option `--verison`. Did you mean --version? See ./converge --help.
            run                   | missing, expected EXPERIMENT, the experiment file. See ./converge run --help.
            run --foo             | unknown option `--foo`. See ./converge run --help.
            run x.yaml --job=3    | unknown option `--job`. Did you mean --jobs? See ./converge run --help.
            run --qiet --job x.yaml | unknown option `--qiet`. Did you mean --quiet? unknown option `--job`. Did you mean --jobs? See ./converge run --help.
            run x.yaml y.yaml     | expected no further argument, found `y.yaml`. See ./converge run --help.
            run x.yaml --jobs abc | --jobs: expected a whole number, found `abc`. See ./converge run --help.
            run x.yaml --jobs 0   | --jobs: expected a whole number at least 1, found `0`. See ./converge run --help.
            run x.yaml --rates 1,z | --rates: expected a number, found `z`. See ./converge run --help.
            report r --map x      | --map: expected OURS=THEIRS, found `x`. See ./converge report --help.
            report r --language de | --language: expected en or zh, found `de`. See ./converge report --help.
            run x.yaml --jobs 1 --jobs 2 | option '--jobs' (N) should be specified only once. See ./converge run --help.
            compare a b --tolerance -1 | --tolerance: expected a number at least 0, found `-1.0`. See ./converge compare --help.
            explain               | missing, expected UPDATER, its name, as list shows it; or a model: model.json, model.yaml or model.zip. See ./converge explain --help.
            explain adam beta1    | adam: expected beta1=VALUE, found `beta1`.
            reprt --help          | unknown command `reprt`. Did you mean report? See ./converge --help.
            report r --map loss=x | --map: expected --import beside it, found none. See ./converge report --help.
            report r --publish pom.xml | --publish: expected a folder, found the file `pom.xml`. See ./converge report --help.
            export x.yaml --out pom.xml | --out: expected a folder, found the file `pom.xml`. See ./converge export --help.
            help reprt            | unknown command `reprt`. Did you mean report? See ./converge --help.
            run x.yaml --on mars  | --on: expected local or spark, found `mars`.
            run x.yaml --master m | --master: expected --on spark beside it, found none: runs are trained on this machine.
            explain no/model.json | no/model.json: no such file
            explain m.json a=1    | expected no settings beside a model, found `a=1`. See ./converge explain --help.
            """)
    void is_one_line(String typed, String said) {
        Cli cli = Cli.run((Object[]) typed.split(" "));

        assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(cli.err()).isEqualToIgnoringNewLines(said);
        assertThat(cli.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            explain foo     | unknown updater `foo`; list shows all.
            verify adma     | unknown updater `adma`; list shows all. Did you mean adam?
            """)
    void an_updater_is_suggested_only_where_one_is_near(String typed, String said) {
        assertThat(Cli.run((Object[]) typed.split(" ")).err()).isEqualToIgnoringNewLines(said);
    }

    @Test
    void nothing_typed_is_answered_by_the_commands() {
        Cli cli = Cli.run();

        assertThat(cli.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(cli.err()).startsWith("Usage: converge").contains("Train what is missing, then write the report.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "plan", "report", "compare", "audit", "export", "list", "explain", "verify", "schema"})
    void help_ends_with_the_exit_codes_and_two_examples(String command) {
        String[] help = Cli.run(command, "--help").out().split("Exit codes:");

        assertThat(help).hasSize(2);
        assertThat(help[1].lines()).anyMatch(line -> line.matches("\\s+2\\s+the input is wrong; nothing was trained"));
        assertThat(help[1].substring(help[1].indexOf("Examples:")).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.startsWith("  ./converge " + command + " "));
        assertThat(help[0].lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void the_shell_completes_updaters() {
        assertThat(Cli.run("generate-completion").out()).contains("\"adam\"", "\"torchAdamW\"", "\"updaters\"");
    }
}
