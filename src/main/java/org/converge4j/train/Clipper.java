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
     * @param replicas how many there are; component i of replica r lies at i · replicas + r, and each has its own norm
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
            clipNorms(g);
        }
        Numbers.write(g, gradient);
    }

    private void clipValues(double[] g) {
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.max(-clip.limit(), Math.min(clip.limit(), g[i]));
        }
    }

    private void clipNorms(double[] g) {
        double[] shares = new double[replicas];
        for (int i = 0; i < g.length; i++) {
            shares[i % replicas] += g[i] * g[i];
        }
        for (int replica = 0; replica < replicas; replica++) {
            double share = clip.limit() / (Math.sqrt(shares[replica]) + BESIDE_THE_NORM);
            shares[replica] = share < 1 ? share : 1;
        }
        for (int i = 0; i < g.length; i++) {
            g[i] *= shares[i % replicas];
        }
    }
}
