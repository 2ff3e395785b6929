package org.converge4j.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.converge4j.config.Mutants;
import org.converge4j.config.Within;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Csv;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Missing;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a table, it is read as finite numbers, or refused in one printable line that names the file, within two seconds. */
class StrangeCsvTest {
    private static final int MUTATIONS = 600;
    private static final SourceFile FILE = new SourceFile("strange.csv", "");
    private static final String PETS = """
            weight,colour,age,kind
            1,black,2,cat
            3,white,?,dog
            5,black,4,"dog"
            2.5e0,"a ""grey"" one, with white",3,cat
            """;

    @TempDir
    Path folder;

    @Test
    void mutated_tables_are_read_or_refused() throws IOException {
        Random random = new Random(8);
        byte[] cars = Files.readAllBytes(Path.of("configs/data/mtcars.csv"));
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            boolean isPets = i % 2 == 0;
            byte[] mutant = Mutants.of(isPets ? PETS.getBytes(StandardCharsets.UTF_8) : cars, random);
            refused += isRefused(mutant, isPets ? pets() : cars()) ? 1 : 0;
        }
        assertThat(refused).as("mutations that were noticed").isBetween(MUTATIONS / 4, MUTATIONS - 1);
    }

    @Test
    void tables_made_to_hurt_are_refused() throws IOException {
        for (String bomb : List.of(
                "a,".repeat(1_000_000),
                "\"".repeat(1_000_000),
                "kind," + "x".repeat(5_000_000) + "\n",
                PETS + ",".repeat(2_000_000) + "\n",
                PETS + "\"" + "\n".repeat(1_000_000),
                PETS.replace("2.5e0", "\u001b[31m\u202e"),
                "\0".repeat(1000))) {
            assertThat(isRefused(bomb.getBytes(StandardCharsets.UTF_8), pets())).isTrue();
        }
    }

    private boolean isRefused(byte[] bytes, Csv csv) throws IOException {
        Files.write(folder.resolve(FILE.path()), bytes);
        boolean[] refused = {false};
        Within.twoSeconds(() -> {
            try {
                Data data = csv.load(folder);
                assertThat(Arrays.stream(data.x())).allMatch(Double::isFinite);
            } catch (ProblemException refusal) {
                assertThat(refusal.getMessage())
                        .startsWith(FILE.path() + ":")
                        .hasSizeLessThan(1000)
                        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
                refused[0] = true;
            }
        });
        return refused[0];
    }

    private static Csv pets() {
        return csv(List.of(), "kind", List.of(), List.of("colour"));
    }

    private static Csv cars() {
        return csv(List.of("mpg"), "", List.of("model"), List.of());
    }

    private static Csv csv(List<String> target, String label, List<String> ignore, List<String> categorical) {
        return new Csv(
                FILE, target, label, ignore, categorical, Missing.IMPUTE, Standardise.NONE, 0, SourceFile.NONE, 1);
    }
}
