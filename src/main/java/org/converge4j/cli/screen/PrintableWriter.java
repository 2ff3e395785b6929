package org.converge4j.cli.screen;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;
import org.converge4j.catalog.message.Printable;

/** What a command says, on its way to a terminal: whatever a name in it holds, the terminal is given lines of characters to read. */
public final class PrintableWriter extends FilterWriter {
    private final UnaryOperator<String> spelling;

    /** @param spelling how signs are written that not every terminal knows */
    public PrintableWriter(Writer terminal, UnaryOperator<String> spelling) {
        super(terminal);
        this.spelling = spelling;
    }

    @Override
    public void write(int character) throws IOException {
        write(Character.toString(character));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length));
    }

    @Override
    public void write(String text) throws IOException {
        out.write(spelling.apply(Printable.lines(text.replace("\r\n", "\n"))));
    }
}
