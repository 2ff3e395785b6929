package org.converge4j.cli.screen;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.converge4j.catalog.message.Printable;

/** Writes results to standard output, as wide as the terminal; whatever a text holds, only this one's own escapes reach it. */
public final class Sheet {
    private static final String ESCAPE = "\u001b";

    private final PrintWriter out;
    private final Terminal terminal;
    private final UnaryOperator<String> spelling;

    /** @param spelling how signs are written that not every terminal knows */
    public Sheet(PrintWriter out, Terminal terminal, UnaryOperator<String> spelling) {
        this.out = out;
        this.terminal = terminal;
        this.spelling = spelling;
    }

    /** How signs are written that not every terminal knows; a table spells its cells before it is laid out. */
    public UnaryOperator<String> spelling() {
        return spelling;
    }

    /** The columns that a table may fill. */
    public int columns() {
        return terminal.columns();
    }

    /** A sentence or several, broken at words. */
    public void text(String text) {
        text(text, "");
    }

    /** Text whose lines after the first are indented. */
    public void text(String text, String indent) {
        lines(text, indent).forEach(out::println);
    }

    /** What is read first. */
    public void strong(String text) {
        for (String line : lines(text, "")) {
            out.println(terminal.styled() ? ESCAPE + "[1m" + line + ESCAPE + "[0m" : line);
        }
    }

    /** Lines as they are. */
    public void block(String lines) {
        lines.lines().map(Printable::line).forEach(out::println);
    }

    public void gap() {
        out.println();
    }

    /** "report: results/article/report.html", which opens the file where the terminal has links. */
    public void link(String what, Path file) {
        String address = file.toAbsolutePath().normalize().toUri().toString();
        String shown = Printable.lines(terminal.output() && !terminal.linked() ? address : file.toString());
        out.println(what + ": "
                + (terminal.linked()
                        ? ESCAPE + "]8;;" + address + ESCAPE + "\\" + shown + ESCAPE + "]8;;" + ESCAPE + "\\"
                        : shown));
        out.flush();
    }

    public void flush() {
        out.flush();
    }

    private List<String> lines(String text, String indent) {
        return Prose.lines(spelling.apply(Printable.lines(text)), terminal.columns(), indent);
    }
}
