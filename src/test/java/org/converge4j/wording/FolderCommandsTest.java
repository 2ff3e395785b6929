package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FolderCommandsTest {
    @Test
    void go_on_with_a_folder() {
        FolderCommands plain = FolderCommands.of("results/a");
        assertThat(plain.run()).isEqualTo("./converge run results/a/experiment.yaml");
        assertThat(plain.runHere("--rates", "1,3"))
                .isEqualTo("./converge run results/a/experiment.yaml --out results/a --rates 1,3");
        assertThat(plain.report()).isEqualTo("./converge report results/a");
    }

    @Test
    void name_the_jars_without_which_a_run_would_be_refused() {
        FolderCommands own = new FolderCommands("there", List.of("my rules.jar", "layers.jar"));
        assertThat(own.run()).isEqualTo("./converge run there/experiment.yaml --jar 'my rules.jar' --jar layers.jar");
        assertThat(own.runHere("--rates", "1"))
                .isEqualTo(
                        "./converge run there/experiment.yaml --out there --rates 1 --jar 'my rules.jar' --jar layers.jar");
        assertThat(own.report()).isEqualTo("./converge report there");
    }
}
