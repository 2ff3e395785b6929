package org.converge4j.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Commands under which a folder refuses what is written to it; they need no rights, and nothing of them stays. */
final class Mounts {
    private static final String AS_ROOT = "root";

    private Mounts() {}

    /**
     * A folder with room for so many kilobytes; what is in it when the command ends is copied to another. Where mounting is
     * forbidden, files that are longer are refused instead.
     */
    static List<String> full(Path folder, int kilobytes, Path kept) throws InterruptedException {
        String copy = "\"$@\"; code=$?; cp -r \"" + folder + "/.\" \"" + kept + "\"; exit $code";
        return canMount()
                ? mounted("mount -t tmpfs -o size=" + kilobytes + "k none \"" + folder + "\"; " + copy)
                : List.of("sh", "-c", "ulimit -f 4; " + copy, "sh");
    }

    /** A folder that nobody can write to, where mounting is allowed; elsewhere, one that its owner cannot. */
    static List<String> readOnly(Path folder) throws InterruptedException {
        return canMount()
                ? mounted("mount --bind \"" + folder + "\" \"" + folder + "\"; mount -o remount,ro,bind \"" + folder
                        + "\"; exec \"$@\"")
                : permitted("chmod 555 \"" + folder + "\"; exec \"$@\"");
    }

    /** The one folder that can be written to, where mounting is allowed; elsewhere, one of many. */
    static List<String> alone(Path folder) throws InterruptedException {
        return canMount()
                ? mounted("mount --bind \"" + folder + "\" \"" + folder + "\"; mount -o remount,ro,bind /; exec \"$@\"")
                : List.of();
    }

    /** A folder whose permissions forbid to write; root obeys them too. */
    static List<String> forbidden(Path folder) {
        return permitted("chmod 555 \"" + folder + "\"; exec \"$@\"");
    }

    private static List<String> mounted(String script) {
        return List.of("unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh");
    }

    private static List<String> permitted(String script) {
        return AS_ROOT.equals(System.getProperty("user.name"))
                ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "sh", "-c", script, "sh")
                : List.of("sh", "-c", script, "sh");
    }

    private static boolean canMount() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", "/mnt")
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
