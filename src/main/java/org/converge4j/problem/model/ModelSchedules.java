package org.converge4j.problem.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.OwnSchedule;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.RampSchedule;
import tools.jackson.databind.JsonNode;

/** Reads the learning-rate schedule that a model brings. */
final class ModelSchedules {
    private static final String DL4J = "org.nd4j.linalg.schedule.";

    private ModelSchedules() {}

    /** The schedule of an updater, where it has one. */
    static Optional<JsonNode> node(JsonNode updater) {
        return Optional.of(updater.path("learningRateSchedule")).filter(JsonNode::isObject);
    }

    /**
     * The one schedule of a model's layers, as a factor on a trial's rate; nothing where they have none.
     *
     * @throws ProblemException if they have several, or one that cannot be read
     */
    static Optional<OwnSchedule> of(ModelText text) {
        List<JsonNode> all = ModelLayer.all(text).stream()
                .flatMap(ModelLayer::updaters)
                .flatMap(updater -> node(updater).stream())
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.size() > 1) {
            throw new ProblemException(text.name()
                    + ": schedule: model: expected one learning-rate schedule in all layers, found "
                    + all.size() + ": "
                    + String.join(", ", all.stream().map(ModelNotes::spoken).toList()));
        }
        return Optional.of(read(all.get(0), text.name()));
    }

    private static OwnSchedule read(JsonNode node, String name) {
        if (!node.path(ModelText.CLASS).asString("").startsWith(DL4J)) {
            throw new ProblemException(
                    name + ": schedule: model: expected a schedule of DL4J's, found " + ModelNotes.spoken(node));
        }
        if (ModelText.isOf(node, RampSchedule.class)) {
            throw new ProblemException(
                    name + ": schedule: model: found a RampSchedule, of which DL4J writes nothing but"
                            + " its name; schedule: [warmUp: { steps: n }, …] says the like");
        }
        try {
            ISchedule schedule = NeuralNetConfiguration.mapper().readValue(node.toString(), ISchedule.class);
            double first = node.path("initialValue").asDouble(schedule.valueAt(0, 0));
            if (!(first > 0)) {
                throw new ProblemException(name + ": schedule: model: expected a schedule that begins above 0, found "
                        + ModelNotes.spoken(node));
            }
            return (step, epoch) -> schedule.valueAt(step, epoch) / first;
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof ProblemException refusal) {
                throw refusal;
            }
            throw new ProblemException(name + ": schedule: model: " + ModelTrial.line(unreadable));
        }
    }
}
