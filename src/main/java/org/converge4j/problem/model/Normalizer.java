package org.converge4j.problem.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;

/**
 * The normalizer that {@code ModelSerializer.addNormalizerToModel} put into a model's zip, as DL4J applies it:
 * {@code NormalizerStandardize}, {@code NormalizerMinMaxScaler} or {@code ImagePreProcessingScaler}.
 *
 * @param kind DL4J's name for it
 * @param features what it does to them
 * @param targets what it does to the targets of a regression, if to those, too
 */
record Normalizer(String kind, Lines features, Optional<Lines> targets) {
    /** DL4J's least deviation and range. */
    private static final double LEAST = 1e-5;

    /**
     * A straight line for each column: x ← (x − shift)/scale · span + start.
     *
     * @param shifts of each column; of a single one for all
     * @param scales the same
     */
    record Lines(double[] shifts, double[] scales, double span, double start) {
        double[] apply(double[] table) {
            double[] scaled = new double[table.length];
            for (int i = 0; i < table.length; i++) {
                int c = i % shifts.length;
                scaled[i] = (table[i] - shifts[c]) / scales[c] * span + start;
            }
            return scaled;
        }
    }

    /**
     * The normalizer that some bytes hold; nothing where it is of a kind that is not applied to a table.
     *
     * @throws IOException if they hold none
     */
    static Optional<Normalizer> read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String kind = kind(in);
        return switch (kind) {
            case "STANDARDIZE" -> {
                boolean both = in.readBoolean();
                yield Optional.of(
                        new Normalizer(kind, standard(in), both ? Optional.of(standard(in)) : Optional.empty()));
            }
            case "MIN_MAX" -> {
                boolean both = in.readBoolean();
                double least = in.readDouble();
                double span = in.readDouble() - least;
                yield Optional.of(new Normalizer(
                        kind, range(in, span, least), both ? Optional.of(range(in, span, least)) : Optional.empty()));
            }
            case "IMAGE_MIN_MAX" -> {
                double least = in.readDouble();
                double span = in.readDouble() - least;
                double[] largest = {in.readDouble()};
                yield Optional.of(
                        new Normalizer(kind, new Lines(new double[1], largest, span, least), Optional.empty()));
            }
            default -> Optional.empty();
        };
    }

    /** What DL4J calls the kind of normalizer that some bytes hold. */
    static String kind(DataInputStream in) throws IOException {
        if (!in.readUTF().equals("NORMALIZER") || in.readInt() != 1) {
            throw new IOException("its normalizer is none of DL4J's");
        }
        return in.readUTF();
    }

    private static Lines standard(DataInputStream in) throws IOException {
        double[] means = Coefficients.next(in);
        double[] deviations = Arrays.stream(Coefficients.next(in))
                .map(deviation -> Math.max(deviation, LEAST))
                .toArray();
        return lines(means, deviations, 1, 0);
    }

    private static Lines range(DataInputStream in, double span, double least) throws IOException {
        double[] lowest = Coefficients.next(in);
        double[] highest = Coefficients.next(in);
        double[] ranges = new double[lowest.length];
        Arrays.setAll(ranges, c -> Math.max(c < highest.length ? highest[c] - lowest[c] : 0, LEAST));
        return lines(lowest, ranges, span, least);
    }

    private static Lines lines(double[] shifts, double[] scales, double span, double start) throws IOException {
        if (shifts.length != scales.length) {
            throw new IOException("its normalizer has " + shifts.length + " shifts and " + scales.length + " scales");
        }
        return new Lines(shifts, scales, span, start);
    }

    /**
     * Data as the model was trained on.
     *
     * @param name of the model, for messages
     */
    Data apply(Data data, String name) {
        check(
                features,
                data.features() / data.sequences().map(rows -> rows.steps()).orElse(1),
                "features",
                name,
                data);
        Data scaled = data.withX(features::apply);
        if (targets.isEmpty() || data.isClassification()) {
            return scaled;
        }
        check(targets.get(), data.targets(), "targets", name, data);
        return scaled.withY(targets.get()::apply);
    }

    private static void check(Lines lines, int columns, String what, String name, Data data) {
        int own = lines.shifts().length;
        boolean fits = own == 1 || own == columns || (data.sequences().isEmpty() && columns % own == 0);
        if (!fits) {
            throw new ProblemException(
                    name + ": its normalizer: " + Mismatch.of(columns + " columns, the data's " + what, own + ""));
        }
    }
}
