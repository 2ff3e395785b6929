package org.converge4j.cli.screen;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What the terminal at the other end can do, if there is one.
 *
 * @param live whether progress can be redrawn on standard error
 * @param output whether standard output goes to a person's terminal, one that can do more than show lines
 * @param styled whether output may be bold
 * @param linked whether output may hold hyperlinks (OSC 8); terminals that know none skip them, few show them
 * @param width asks for the columns of now
 */
public record Terminal(boolean live, boolean output, boolean styled, boolean linked, IntSupplier width) {
    /** No terminal: whole lines, no escapes. */
    public static final Terminal NONE = new Terminal(false, false, false, false, () -> Integer.MAX_VALUE);

    private static final int USUAL_WIDTH = 80;

    /**
     * The terminal of this process.
     *
     * @param error whether standard error is one, as the launcher has found
     * @param output whether standard output is one
     */
    public static Terminal of(boolean error, boolean output, Map<String, String> environment) {
        if (!(error || output)) {
            return NONE;
        }
        if (isDumb(environment)) {
            return new Terminal(false, false, false, false, output ? new Window(USUAL_WIDTH) : NONE.width);
        }
        boolean linked = output && isLinked(environment);
        boolean styled = output && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(error, output, styled, linked, new Window(USUAL_WIDTH));
    }

    /**
     * Whether a stream is a terminal, as the launcher says in a property; that of Windows cannot tell, and Java only of input and
     * output together.
     */
    public static boolean isOne(String property) {
        String told = System.getProperty(property);
        return told == null
                ? Optional.ofNullable(System.console())
                        .filter(Terminal::isTerminal)
                        .isPresent()
                : Boolean.parseBoolean(told);
    }

    /** Since Java 22 there is a console without a terminal, too. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    /** The columns that text on standard output may fill; all that it needs where nobody watches. */
    public int columns() {
        return live && !output ? Integer.MAX_VALUE : width.getAsInt();
    }

    private static boolean isDumb(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        boolean windowsTerminal = environment.containsKey("WT_SESSION");
        return term.equals("dumb") || (term.isEmpty() && !windowsTerminal);
    }

    /** Those that are known to; others show the address, which many make a link of by themselves. */
    private static boolean isLinked(Map<String, String> environment) {
        String program = environment.getOrDefault("TERM_PROGRAM", "").toLowerCase(Locale.ROOT);
        String term = environment.getOrDefault("TERM", "");
        return environment.containsKey("WT_SESSION")
                || environment.containsKey("VTE_VERSION")
                || environment.containsKey("KONSOLE_VERSION")
                || environment.containsKey("DOMTERM")
                || program.matches("iterm\\.app|wezterm|vscode|hyper|ghostty|tabby|rio|warpterminal")
                || term.matches("(xterm-)?(kitty|ghostty|alacritty|foot|contour|wezterm)(-.*)?");
    }
}
