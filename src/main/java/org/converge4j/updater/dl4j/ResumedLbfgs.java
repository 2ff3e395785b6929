package org.converge4j.updater.dl4j;

import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.optimize.solvers.LBFGS;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's LBFGS as it was after the last step. Its memory is a number of pairs, the direction, and ρ, s and y of each pair, the last first. */
final class ResumedLbfgs extends LBFGS {
    private static final long serialVersionUID = 1L;

    /** That DL4J remembers. */
    static final int PAIRS = 4;

    private static final int DIRECTION = 1;
    private static final int RHO = 2;
    private static final int S = 3;
    private static final int Y = 4;
    private static final int OF_A_PAIR = 3;

    @SuppressWarnings("JdkObsolete") // DL4J casts to LinkedList
    ResumedLbfgs(BatchModel batch, double[][] state) {
        super(batch.configuration(), null, List.of(), batch.asLayer());
        int pairs = (int) state[0][0];
        if (pairs == 0) {
            return; // DL4J begins
        }
        LinkedList<Double> rho = new LinkedList<>();
        LinkedList<INDArray> s = new LinkedList<>();
        LinkedList<INDArray> y = new LinkedList<>();
        for (int at = 0; at < pairs * OF_A_PAIR; at += OF_A_PAIR) {
            rho.add(state[RHO + at][0]);
            s.add(Nd4j.createFromArray(state[S + at]));
            y.add(Nd4j.createFromArray(state[Y + at]));
        }
        searchState.put("rho", rho);
        searchState.put("s", s);
        searchState.put("y", y);
        searchState.put(SEARCH_DIR, Nd4j.createFromArray(state[DIRECTION]));
        searchState.put(PARAMS_KEY, model.params());
        searchState.put("oldparams", model.params());
    }

    /** Writes its memory down. */
    void remember(double[][] state) {
        List<?> rho = list("rho");
        copy(Objects.requireNonNull(searchState.get(SEARCH_DIR)), state[DIRECTION]);
        for (int pair = 0; pair < rho.size(); pair++) {
            int at = pair * OF_A_PAIR;
            state[RHO + at][0] = (Double) rho.get(pair);
            copy(list("s").get(pair), state[S + at]);
            copy(list("y").get(pair), state[Y + at]);
        }
        state[0][0] = rho.size();
    }

    private List<?> list(String name) {
        return (List<?>) Objects.requireNonNull(searchState.get(name));
    }

    private static void copy(Object from, double[] to) {
        System.arraycopy(((INDArray) from).dup().toDoubleVector(), 0, to, 0, to.length);
    }
}
