package org.converge4j.run.message;

/** Why a run has no answer, as its record keeps it: one line, of bounded length, that names neither user nor folder. */
public final class Reason {
    private static final int LONGEST = 2000;

    private Reason() {}

    /** What was thrown, in one line. */
    public static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String what = thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        StackTraceElement[] trace = thrown.getStackTrace();
        return clean(trace.length == 0 ? what : what + " at " + trace[0]);
    }

    /** A text made fit for a record. */
    public static String clean(String text) {
        String line = text.replaceAll("\\p{C}+", " ").strip();
        line = without(line, System.getProperty("user.dir", ""), ".");
        line = without(line, System.getProperty("user.home", ""), "~");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String without(String text, String folder, String shorter) {
        return folder.length() > 1 ? text.replace(folder, shorter) : text;
    }
}
