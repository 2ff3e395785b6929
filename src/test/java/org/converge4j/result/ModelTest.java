package org.converge4j.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A winner's code that came with somebody's folder makes a configuration, or is none. ModelCodeTest has every updater's. */
class ModelTest {
    private static final String HEAD = """
            import org.converge4j.updater.Installation;
            import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
            import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
            import org.nd4j.linalg.learning.config.Sgd;
            import com.example.Mine;

            // anybody's, on rows.
            final class Winner {
                private Winner() {}

                static MultiLayerConfiguration configuration() {
            """;

    private static final String TAIL = """
                }
            }
            """;

    private static Model model(String body) {
        return new Model(HEAD + body + "\n" + TAIL, "{\"confs\": []}");
    }

    @Test
    void builders_settings_and_a_users_updater_as_an_argument_are_a_model() {
        assertThat(model(
                                "return new NeuralNetConfiguration.Builder().updater(Sgd.builder().learningRate(1.0E-3).build()).list();")
                        .java())
                .contains("1.0E-3");
        assertThat(model("Installation.install(network, new Mine(0.1, 2L, true, \"name\"));")
                        .checksum())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exec(\"rm -rf ~\");",
                "java.lang.Runtime.getRuntime().exec(\"rm\");",
                "new ProcessBuilder(\"rm\").start();",
                "new Mine(\"rm\").start();",
                "new Mine(\"rm\");",
                "Mine.run(\"rm\");",
                "Sgd.builder().getClass().forName(\"x\");",
                "Object o = Sgd.class;",
                "System.exit(1);",
                "MultiLayerConfiguration.fromJson(\"x\");",
                "return null; } static { new Mine(1).go(); ",
                "return network; /* \\u002a/ Runtime.getRuntime(); */",
                "/* comment */ return network;",
                "return network; // Runtime",
                "char c = '\\n';",
                "@Mine return network;",
                "return () -> Mine.go();",
                "\u202ereturn network;"
            })
    void anything_else_is_none(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> model(body));
    }

    @Test
    void a_comment_has_no_escapes_and_a_configuration_is_json() {
        String java = HEAD + "return network;\n" + TAIL;
        for (String comment : List.of("// \\u000a static { }", "// \u001b[31m")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Model(comment + "\n" + java, "{}"));
        }
        for (String json : List.of("", "[]", "{", "null", "{\"a\": \"\u202e\"}", "[".repeat(100_000))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Model(java, json));
        }
    }

    @Test
    void a_changed_letter_is_found() {
        Model whole = model("return network;");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Model(whole.java().replace("rows", "cols"), whole.json(), whole.checksum()))
                .withMessageContaining("checksum");
        assertThat(new Model(whole.java(), whole.json(), Optional.empty()).java())
                .isEqualTo(whole.java());
    }
}
