package org.converge4j.report.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.result.Curve;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.WholeFile;

/** The curves of a comparison for TensorBoard: a folder for each run, with the scalars {@code loss} and {@code excess}. */
public final class TensorBoard {
    private static final double MICROS_A_SECOND = 1e6;

    /** File systems have room for 255 bytes. */
    private static final int LONGEST = 60;

    private TensorBoard() {}

    /**
     * Writes {@code tensorboard/<problem>/<trial>/seed-<n>} into a folder. TensorBoard's relative time is the calibrated time of
     * the steps; a second a step where they were not measured.
     */
    public static void write(Comparison comparison, Path folder) {
        Path root = folder.resolve("tensorboard");
        try {
            for (ProblemComparison problem : comparison.problems()) {
                for (TrialSummary trial : problem.trials()) {
                    write(trial, root.resolve(name(problem.problem().name())));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(TrialSummary trial, Path problem) throws IOException {
        double seconds = trial.measurement()
                .map(Measurement::microsPerStep)
                .filter(micros -> micros > 0)
                .map(micros -> micros / MICROS_A_SECOND)
                .orElse(1.0);
        for (RunRecord run : trial.runs()) {
            Path folder = problem.resolve(name(trial.trial().label()))
                    .resolve("seed-" + run.spec().seed());
            WholeFile.write(
                    folder.resolve("events.out.tfevents.0.converge4j"),
                    events(run.curve(), run.facts().floor(), seconds));
        }
    }

    static byte[] events(Curve curve, Optional<Double> floor, double secondsPerStep) {
        EventFile file = new EventFile();
        for (int i = 0; i < curve.size(); i++) {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("loss", curve.loss(i));
            double loss = curve.loss(i);
            floor.ifPresent(least -> values.put("excess", loss - least));
            file.add(curve.step(i), curve.step(i) * secondsPerStep, values);
        }
        return file.toBytes();
    }

    /** A name as part of a path; another one where the name cannot be it. */
    private static String name(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}=._ -]", "_").replaceAll("^\\.+|[. ]+$", "_");
        String some = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length()))));
        return some.equals(name) ? name : some + "-" + Integer.toHexString(name.hashCode());
    }
}
