package org.converge4j.run.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** What a worker said last; of a crash report that is how it begins, for it ends in pages of addresses. */
final class LogTail {
    private static final int LINES = 12;
    private static final int CRASH_LINES = 16;
    private static final int LONGEST = 300;
    private static final Pattern SIGNAL = Pattern.compile("\\bSIG[A-Z]+ ?\\(|\\(SIG[A-Z]+\\)");

    /** How Java tells of options that it took from the environment, which is nobody else's business. */
    private static final Pattern OPTIONS = Pattern.compile("^(NOTE: )?Picked up \\w*JAVA\\w*OPTIONS: ");

    /** Of a stack trace: where the exceptions were thrown, which would leave no room for what they say. */
    private static final Pattern FRAME =
            Pattern.compile("^(at [\\w.$/@<>~-]+\\(.*\\)|\\.\\.\\. \\d+ (more|common frames omitted))$");

    private static final String CRASH = "A fatal error has been detected by the Java Runtime Environment";

    private final Deque<String> lines = new ArrayDeque<>();
    private int left = Integer.MAX_VALUE;
    private String signal = "";

    synchronized void add(String line) {
        String said = line.replaceAll("\\p{C}+", " ").strip();
        if (said.contains(CRASH) && left == Integer.MAX_VALUE) {
            lines.clear();
            left = CRASH_LINES;
        }
        if (signal.isEmpty() && SIGNAL.matcher(said).find()) {
            signal = cut(said);
        }
        if (said.isEmpty()
                || said.equals("#")
                || left == 0
                || FRAME.matcher(said).matches()
                || OPTIONS.matcher(said).find()) {
            return;
        }
        left--;
        if (lines.size() == (left <= CRASH_LINES ? CRASH_LINES : LINES)) {
            lines.removeFirst();
        }
        lines.addLast(cut(said));
    }

    private static String cut(String said) {
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    /** The lines, in one; the one that names a signal first, if the beginning of a crash report did not come through. */
    @Override
    public synchronized String toString() {
        String said = String.join(" | ", lines);
        return said.contains(signal) ? said : signal + " | " + said;
    }
}
