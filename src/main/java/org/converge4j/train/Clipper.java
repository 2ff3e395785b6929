package org.converge4j.train;

import org.converge4j.experiment.Clip;
import org.converge4j.updater.Numbers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Limits gradients as PyTorch's {@code clip_grad_value_} and {@code clip_grad_norm_} do. */
final class Clipper {
    /** PyTorch divides by the norm plus this. */
    private static final double BESIDE_THE_NORM = 1e-6;

    private final Clip clip;
    private final int replicas;

    /**
     * @param replicas whose gradients lie one after the other; each has its own norm
     */
    Clipper(Clip clip, int replicas) {
        this.clip = clip;
        this.replicas = replicas;
    }

    void clip(INDArray gradient) {
        if (clip.kind() == Clip.Kind.NONE) {
            return;
        }
        double[] g = new double[Math.toIntExact(gradient.length())];
        Numbers.read(gradient, g);
        if (clip.kind() == Clip.Kind.VALUE) {
            clipValues(g);
        } else {
            int size = g.length / replicas;
            for (int from = 0; from < g.length; from += size) {
                clipNorm(g, from, from + size);
            }
        }
        Numbers.write(g, gradient);
    }

    private void clipValues(double[] g) {
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.max(-clip.limit(), Math.min(clip.limit(), g[i]));
        }
    }

    private void clipNorm(double[] g, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += g[i] * g[i];
        }
        double share = clip.limit() / (Math.sqrt(squares) + BESIDE_THE_NORM);
        if (share < 1) {
            for (int i = from; i < to; i++) {
                g[i] *= share;
            }
        }
    }
}
