package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The article's listing as printed: one step of SGD(0.01), then one of Adam(0.001), on the same Linear(10, 1). */
class ArticleListingTest {
    /** PyTorch 2.13.0 on the listing, in double precision. */
    private final Golden listing = new Golden("article-listing");

    @TempDir
    Path sgd;

    @TempDir
    Path adam;

    @Test
    void the_listing_gives_pytorchs_numbers() {
        Cli.experiment(sgd, listing.experiment(sgd, "sgd: { learningRate: 0.01 }", 1));
        List<Double> afterSgd = Golden.onlyRecord(sgd).parameters();
        Cli.experiment(adam, listing.experiment(adam, "adam: { learningRate: 0.001 }", 1, afterSgd));
        List<Double> afterAdam = Golden.onlyRecord(adam).parameters();

        JsonNode params = listing.root().get("params");
        JsonNode loss = listing.root().get("loss");
        Golden.assertClose(Golden.onlyRecord(sgd).curve().loss(0), loss.get(0).asDouble(), "loss at first");
        Golden.assertClose(Golden.onlyRecord(sgd).curve().loss(1), loss.get(1).asDouble(), "loss after SGD");
        double largest = 0;
        for (int i = 0; i < 11; i++) {
            Golden.assertClose(afterSgd.get(i), params.get(0).get(i).asDouble(), "parameter " + i + " after SGD");
            assertThat(afterAdam.get(i)).isFinite();
            largest = Math.max(
                    largest, Math.abs(afterAdam.get(i) - params.get(1).get(i).asDouble()));
        }
        // Torch divides by (sqrt(v / (1 - b2)) + eps), DL4J by (sqrt(v) + eps) / sqrt(1 - b2): in the first step that
        // is
        // eta |g| / (|g| + eps) against eta |g| / (|g| + eps / sqrt(1 - b2)), so they differ by about
        // eta * eps * (1 / sqrt(1 - b2) - 1) / |g|, which is largest where the gradient is smallest.
        double smallestGradient = smallestGradient(afterSgd);
        double predicted = 0.001 * 1e-8 * (1 / Math.sqrt(1 - 0.999) - 1) / smallestGradient;
        assertThat(largest).isCloseTo(predicted, Percentage.withPercentage(1));
        assertThat(largest).isBetween(1e-12, 1e-8);
    }

    /** Of the mean squared error at these parameters, worked out from the listing's rows. */
    private double smallestGradient(List<Double> at) {
        JsonNode x = listing.root().get("x");
        JsonNode y = listing.root().get("y");
        double[] gradient = new double[11];
        for (int row = 0; row < 5; row++) {
            double error = at.get(10) - y.get(row).asDouble();
            for (int i = 0; i < 10; i++) {
                error += at.get(i) * x.get(row).get(i).asDouble();
            }
            for (int i = 0; i < 10; i++) {
                gradient[i] += 2 * error * x.get(row).get(i).asDouble() / 5;
            }
            gradient[10] += 2 * error / 5;
        }
        return Arrays.stream(gradient).map(Math::abs).min().orElseThrow();
    }
}
