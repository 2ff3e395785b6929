package org.converge4j.problem.model;

import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.RowShape;
import org.converge4j.problem.network.Sizes;

/**
 * How a model takes a problem's data.
 *
 * @param rows as it takes them
 * @param input what a row is to it
 * @param output what a row of targets is
 */
record ModelFit(Data rows, RowShape input, RowShape output) {
    /**
     * The fit of a model to data.
     *
     * @param name of the model's file, for messages
     */
    static ModelFit of(ModelText text, Data data, String name) {
        Configuration configuration = ModelTrial.configure(text, name);
        Sizes.check(configuration, name);
        ModelEnds ends = ModelEnds.of(configuration, name);
        RowShape input = new ModelInput(name, data, ends).shape();
        ModelOutput last = new ModelOutput(name, data, ends);
        Data rows = last.rows(input);
        return new ModelFit(rows, input, last.shape(rows));
    }
}
