package org.converge4j.train.update;

import org.converge4j.experiment.Clip;
import org.converge4j.train.dense.Arithmetic;

/**
 * Limits gradients as PyTorch's {@code clip_grad_value_} and {@code clip_grad_norm_} do.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Clipper<A> {
    /** PyTorch divides by the norm plus this. */
    private static final double BESIDE_THE_NORM = 1e-6;

    private final Arithmetic<A> arithmetic;
    private final Clip clip;
    private final int replicas;
    private final double[] room;

    /**
     * @param replicas how many there are; component i of replica r lies at i · replicas + r, and each has its own norm
     * @param length of the gradient
     */
    Clipper(Arithmetic<A> arithmetic, Clip clip, int replicas, int length) {
        this.arithmetic = arithmetic;
        this.clip = clip;
        this.replicas = replicas;
        this.room = arithmetic.room(clip.kind() == Clip.Kind.NONE ? 0 : length);
    }

    void clip(A gradient) {
        if (clip.kind() == Clip.Kind.NONE) {
            return;
        }
        double[] g = arithmetic.widen(gradient, room);
        if (clip.kind() == Clip.Kind.VALUE) {
            clipValues(g);
        } else {
            clipNorms(g);
        }
        arithmetic.narrow(g, gradient);
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
