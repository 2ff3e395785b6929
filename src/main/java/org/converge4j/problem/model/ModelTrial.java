package org.converge4j.problem.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.JsonMappingException;

/** Tries a user's model before it is trained, so that what DL4J has against it is said in one line. */
final class ModelTrial {
    private static final int ROWS = 2;

    private ModelTrial() {}

    /** The model's configuration. */
    static Configuration configure(ModelText text, String name) {
        try {
            return ModelBlueprint.configure(text, DataType.DOUBLE);
        } catch (RuntimeException | LinkageError refused) {
            throw new ProblemException(
                    name + ": expected a model of DL4J 1.0.0-M2.1, found one that it cannot read: " + line(refused));
        }
    }

    /** Takes one gradient on the first rows. */
    static void attempt(Blueprint blueprint, String name) {
        Data data = blueprint.rows();
        try (DifferentiableNetwork network = DifferentiableNetwork.of(blueprint, DataType.DOUBLE)) {
            blueprint.parameters().ifPresent(given -> {
                if (given.length != network.parameters().length()) {
                    throw new ProblemException(name + ": "
                            + Mismatch.of(
                                    network.parameters().length() + " weights, the model's parameters",
                                    Integer.toString(given.length)));
                }
            });
            int rows = Math.min(ROWS, data.rows());
            network.differentiate(
                    Nd4j.createFromArray(Arrays.copyOf(data.x(), rows * data.features()))
                            .reshape('c', rows, data.features()),
                    Nd4j.createFromArray(Arrays.copyOf(data.y(), data.y().length / data.rows() * rows))
                            .reshape('c', rows, data.y().length / data.rows()));
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (RuntimeException refused) {
            throw new ProblemException(name + ": DL4J cannot train it on rows of " + data.features() + " features and "
                    + data.targets() + (data.isClassification() ? " classes: " : " targets: ") + line(refused));
        }
    }

    /** What it says, in a line; of what its reader of JSON says, which speaks of its own classes, the place alone. */
    static String line(Throwable refused) {
        Throwable cause = refused;
        while (cause.getCause() != null && !(cause instanceof JsonMappingException)) {
            cause = cause.getCause();
        }
        if (cause instanceof JsonMappingException misread) {
            return "no value that belongs there at " + place(misread);
        }
        if (cause instanceof NullPointerException || cause instanceof ClassCastException) {
            return "a part is missing, or of another kind";
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }

    private static String place(JsonMappingException misread) {
        String place = misread.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return place.isEmpty() ? "its beginning" : place;
    }
}
