package org.converge4j.train.layer;

/** The largest or the mean of what a window covers, plane by plane. */
public final class PoolingStage<A> implements Stage<A> {
    private final Kernel<A> kernel;
    private final Window window;
    private final Cover cover;
    private final boolean isMean;
    private final A sums;
    private final A back;
    private final int[] where;

    /**
     * @param most rows
     */
    public PoolingStage(Kernel<A> kernel, Window window, boolean isMean, int most) {
        this.kernel = kernel;
        this.window = window;
        this.cover = Cover.of(window);
        this.isMean = isMean;
        int planes = most * window.in().channels();
        this.sums = kernel.numeric().arithmetic().zeros(planes * window.places());
        this.back = kernel.numeric().arithmetic().zeros(planes * window.in().plane());
        this.where = new int[isMean ? 0 : planes * window.places()];
    }

    @Override
    public Shape out() {
        return window.out(window.in().channels());
    }

    @Override
    public A forward(A in, int rows) {
        for (int plane = 0; plane < rows * window.in().channels(); plane++) {
            int from = plane * window.in().plane();
            if (isMean) {
                kernel.mean(cover, in, from, sums, plane * window.places());
            } else {
                kernel.largest(cover, in, from, sums, where, plane * window.places());
            }
        }
        return sums;
    }

    @Override
    public A backward(A deltas, int rows) {
        kernel.numeric().arithmetic().fill(back, 0, rows * window.in().size(), 0);
        for (int plane = 0; plane < rows * window.in().channels(); plane++) {
            int from = plane * window.places();
            int to = plane * window.in().plane();
            if (isMean) {
                kernel.spreadMean(cover, deltas, from, back, to);
            } else {
                kernel.scatter(deltas, where, from, back, to, window.places());
            }
        }
        return back;
    }
}
