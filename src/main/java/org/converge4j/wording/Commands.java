package org.converge4j.wording;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands that are proposed, as they are typed at the place where this program was started. */
public final class Commands {
    private static final Pattern PLAIN = Pattern.compile("[\\w./,:=@%+-]+");

    private Commands() {}

    /** One of this program's, its words in quotes where a shell needs them. */
    public static String of(String... words) {
        return launcher() + " " + Arrays.stream(words).map(Commands::typed).collect(Collectors.joining(" "));
    }

    /** What starts this program: as it was typed, but of a path from the root, which may tell whose machine this is, the last name alone. */
    public static String launcher() {
        return launcher(System.getProperty("converge.launcher", "./converge"));
    }

    static String launcher(String typed) {
        Path name = Path.of(typed).getFileName();
        return typed(typed.startsWith("/") && name != null ? name.toString() : typed);
    }

    private static String typed(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
