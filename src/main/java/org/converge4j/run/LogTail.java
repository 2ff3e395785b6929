package org.converge4j.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a worker said last; of a crash report that is how it begins, for it ends in pages of addresses. */
final class LogTail {
    private static final int LINES = 12;
    private static final int CRASH_LINES = 16;
    private static final int LONGEST = 300;
    private static final String CRASH = "A fatal error has been detected by the Java Runtime Environment";

    private final Deque<String> lines = new ArrayDeque<>();
    private int left = Integer.MAX_VALUE;

    synchronized void add(String line) {
        String said = line.replaceAll("\\p{C}+", " ").strip();
        if (said.contains(CRASH) && left == Integer.MAX_VALUE) {
            lines.clear();
            left = CRASH_LINES;
        }
        if (said.isEmpty() || said.equals("#") || left == 0) {
            return;
        }
        left--;
        if (lines.size() == (left <= CRASH_LINES ? CRASH_LINES : LINES)) {
            lines.removeFirst();
        }
        lines.addLast(said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…");
    }

    /** The lines, in one. */
    @Override
    public synchronized String toString() {
        return String.join(" | ", lines);
    }
}
