package org.converge4j.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal of so many columns that wraps, and knows carriage return, line feed, "clear to the end of the line" and links. */
public final class VirtualScreen {
    private static final Pattern ESCAPE =
            Pattern.compile("\u001b(\\[[0-9;?]*[A-Za-z]|][^\u0007\u001b]*(\u0007|\u001b\\\\))");

    private final int columns;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int column;
    private int wrapped;

    public VirtualScreen(int columns) {
        this.columns = columns;
    }

    /** Shows what a program writes. */
    public VirtualScreen write(String text) {
        Matcher escape = ESCAPE.matcher(text);
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '\u001b' && escape.find(i) && escape.start() == i) {
                if (escape.group().equals("\u001b[K")) {
                    line().setLength(Math.min(column, line().length()));
                }
                i = escape.end();
            } else {
                show(text.charAt(i++));
            }
        }
        return this;
    }

    private void show(char c) {
        if (c == '\r') {
            column = 0;
        } else if (c == '\n') {
            feed();
        } else {
            if (column == columns) {
                wrapped++;
                feed();
            }
            while (line().length() <= column) {
                line().append(' ');
            }
            line().setCharAt(column++, c);
        }
    }

    private void feed() {
        lines.add(new StringBuilder());
        column = 0;
    }

    private StringBuilder line() {
        return lines.get(lines.size() - 1);
    }

    /** What stands there, without blanks at the ends of lines. */
    public List<String> lines() {
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    /** How often the terminal had to break a line by itself. */
    public int wrapped() {
        return wrapped;
    }
}
