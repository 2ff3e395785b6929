package org.converge4j.cli.screen;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.run.worker.Signals;

/** How wide the terminal's window is: asked of the system's {@code stty}, and again after each change of its size. */
final class Window implements IntSupplier {
    private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})\\s*");
    private static final int UNKNOWN = -1;

    private final int otherwise;
    private final AtomicInteger columns = new AtomicInteger(UNKNOWN);

    /** @param otherwise its columns where they cannot be found out */
    Window(int otherwise) {
        this.otherwise = otherwise;
        Signals.handle("WINCH", () -> columns.set(UNKNOWN));
    }

    @Override
    public int getAsInt() {
        int known = columns.get();
        if (known == UNKNOWN) {
            known = told().orElseGet(() -> asked().orElse(otherwise));
            columns.set(known);
        }
        return known;
    }

    private static OptionalInt told() {
        String told = System.getenv().getOrDefault("COLUMNS", "");
        return told.matches("[1-9]\\d{0,3}") ? OptionalInt.of(Integer.parseInt(told)) : OptionalInt.empty();
    }

    /** Nothing where there is no terminal, or no such program. */
    private static OptionalInt asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var answer = stty.getInputStream()) {
                Matcher size = SIZE.matcher(new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
                return size.matches() ? OptionalInt.of(Integer.parseInt(size.group(1))) : OptionalInt.empty();
            }
        } catch (IOException missing) {
            return OptionalInt.empty();
        }
    }
}
