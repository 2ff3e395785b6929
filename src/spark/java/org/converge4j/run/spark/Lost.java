package org.converge4j.run.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Spark says of a failure, in one line. */
final class Lost {
    private static final Pattern MOST_RECENT = Pattern.compile("most recent failure: (Lost task [^\\n]*)");

    /** An executor threw something; it is well otherwise, so that the next batch would fare no better. */
    private static final Pattern THROWN = Pattern.compile("executor \\S+\\): [\\w.$]+(Exception|Error)\\b");

    private static final int LONGEST = 500;

    /** How a message ends that tells of the end of a sweep. */
    static final String GO_ON = "; what was finished is recorded, and run goes on from there.";

    private Lost() {}

    /** Whether our part of an executor does not work there, whatever the batch; a full heap has to do with the batch. */
    static boolean isOurs(String why) {
        return THROWN.matcher(why).find() && !why.contains(OutOfMemoryError.class.getName());
    }

    static String why(@Nullable Throwable failure) {
        if (failure == null) {
            return "for no reason that it gives";
        }
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        Matcher recent = MOST_RECENT.matcher(text);
        String line = recent.find() ? String.valueOf(recent.group(1)) : text.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
