package org.converge4j.problem.model;

import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Network;

/**
 * Your own network, as DL4J writes it: {@code configuration.toJson()} of a {@code MultiLayerConfiguration} or a
 * {@code ComputationGraphConfiguration}, which each seed starts by the model's own weight initialisation, or a zip of
 * {@code ModelSerializer}, whose weights every seed starts from and whose normalizer is applied to the data. Its updater is replaced
 * by the trial's on every layer; frozen layers stay as they are, and layers of {@code NoOp} take the plain gradient, as in
 * {@code fit}. What becomes of all else that it brings is said before training.
 *
 * @param file the model, relative to the experiment file
 */
@About(
        value = "Your own DL4J network: model.json, model.yaml, or model.zip with its weights",
        family = Family.BUILT_IN,
        source = "DL4J's toJson and ModelSerializer")
public record Dl4j(
        @Setting(value = "model.json, model.yaml or model.zip, relative to the experiment file", required = true)
        SourceFile file)
        implements Network {
    public Dl4j() {
        this(SourceFile.NONE);
    }

    @Override
    public Blueprint blueprint(Data data, Path base) {
        return ModelFile.read(base.resolve(file.path()), file.path()).fitted(data);
    }

    /**
     * What a model brings for its training, and what an experiment does with each of it, a line each.
     *
     * @param name as messages call it
     * @throws org.converge4j.problem.data.ProblemException if it cannot be read
     */
    public static List<String> explained(Path model, String name) {
        return ModelFile.read(model, name).notes(true);
    }

    @Override
    public boolean isLeastSquares() {
        return false;
    }
}
