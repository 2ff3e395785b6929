package org.converge4j.problem.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.converge4j.Thorough;
import org.converge4j.config.Mutants;
import org.converge4j.config.Within;
import org.converge4j.problem.ProblemFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a table, it is read as finite numbers, or refused in one printable line that names the file, within two seconds. */
class StrangeCsvTest {
    private static final int MUTATIONS = Thorough.or(150, 600);
    private static final String FILE = "strange.csv";
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

    private boolean isRefused(byte[] bytes, String settings) throws IOException {
        Files.write(folder.resolve(FILE), bytes);
        boolean[] refused = {false};
        Within.twoSeconds(() -> {
            try {
                Data data = ProblemFile.load(
                                folder,
                                "data: { csv: { file: strange.csv, missing: impute, " + settings
                                        + " } }, network: linear")
                        .data();
                assertThat(Arrays.stream(data.x())).allMatch(Double::isFinite);
            } catch (ProblemException refusal) {
                assertThat(String.valueOf(refusal.getMessage()).lines())
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line)
                                .startsWith(FILE + ":")
                                .hasSizeLessThan(1000)
                                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
                refused[0] = true;
            }
        });
        return refused[0];
    }

    private static String pets() {
        return "label: kind, categorical: [colour]";
    }

    private static String cars() {
        return "target: mpg, ignore: [model]";
    }
}
