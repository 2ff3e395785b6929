package org.converge4j.run.spark;

import org.converge4j.catalog.message.Mismatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import org.converge4j.run.worker.RefusedException;

/**
 * A cluster's address, as Spark writes it.
 *
 * @param url such as {@code spark://host:7077}
 */
record Master(String url) {
    private static final String STANDALONE = "spark://";
    private static final Pattern ACCEPTED =
            Pattern.compile("local(\\[(\\d{1,4}|\\*)(, ?\\d+)?\\])?|spark://[^:,/]+:\\d{1,5}(,[^:,/]+:\\d{1,5})*|yarn|k8s://.+|local-cluster\\[.+\\]");
    private static final int MOST_MILLIS = 5000;

    /**
     * The address that was given, or else the one that spark-submit has set.
     *
     * @throws RefusedException if there is none, or it is no address
     */
    static Master of(String given) {
        String url = given.isEmpty() ? System.getProperty("spark.master", "") : given;
        if (!ACCEPTED.matcher(url).matches()) {
            throw new RefusedException("--master: "
                    + Mismatch.of(
                            "spark://host:7077, local[n], yarn or k8s://https://host:port",
                            url.isEmpty() ? "nothing" : Mismatch.quoted(url))
                    + ".");
        }
        return new Master(url);
    }

    /** Whether its executor is this virtual machine. */
    boolean isLocal() {
        return url.equals("local") || url.startsWith("local[");
    }

    /** Whether it is a master of Spark's own. */
    boolean isStandalone() {
        return url.startsWith(STANDALONE);
    }

    /**
     * Finds out whether anyone answers at all: Spark itself asks for a minute before it gives up.
     *
     * @throws RefusedException if nobody does
     */
    void check() {
        if (!isStandalone()) {
            return;
        }
        String why = "";
        for (String address : List.of(url.substring(STANDALONE.length()).split(","))) {
            int colon = address.lastIndexOf(':');
            String host = address.substring(0, colon);
            int port = Integer.parseInt(address.substring(colon + 1));
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), MOST_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException failure) {
                why = String.valueOf(failure.getMessage());
            }
        }
        throw new RefusedException("--master: nobody answers at " + url + ": " + why);
    }

    @Override
    public String toString() {
        return url;
    }
}
