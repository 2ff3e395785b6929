package org.converge4j;

/**
 * How much of the same is tried. An ordinary build tries every behaviour; a thorough one ({@code mvn -Pthorough verify}) also every
 * size, file and combination of it. Whole tests that only the latter runs carry the tag {@value #TAG}.
 */
public final class Thorough {
    public static final String TAG = "thorough";

    /** Whether this build is thorough. */
    public static final boolean IS = Boolean.getBoolean("converge.thorough");

    private Thorough() {}

    /** How many of something to try. */
    public static int or(int ordinary, int thorough) {
        return IS ? thorough : ordinary;
    }
}
