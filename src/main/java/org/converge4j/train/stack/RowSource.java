package org.converge4j.train.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.converge4j.problem.data.Data;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.dense.Rows;
import org.converge4j.train.step.Batches;

/**
 * Hands a problem's rows to a stack, a block at a time, with the replicas side by side.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class RowSource<A> {
    private final Arithmetic<A> arithmetic;
    private final Data data;
    private final FeatureRows<A> x;
    private final A y;
    private final int replicas;
    private final int mostRows;
    private final A features;
    private final A targets;

    /**
     * @param mostRows of a block
     */
    public RowSource(Arithmetic<A> arithmetic, Data data, int replicas, int mostRows) {
        this.arithmetic = arithmetic;
        this.data = data;
        this.x = new FeatureRows<>(arithmetic, data, mostRows);
        this.y = arithmetic.of(data.y());
        this.replicas = replicas;
        this.mostRows = mostRows;
        this.features = arithmetic.zeros(mostRows * data.features() * replicas);
        this.targets = arithmetic.zeros(mostRows * data.targets() * replicas);
    }

    /** The whole training set, the same for every replica. */
    public void all(Consumer<Rows<A>> sink) {
        for (int from = 0; from < data.rows(); from += mostRows) {
            int count = Math.min(mostRows, data.rows() - from);
            for (int i = 0; i < count * data.targets(); i++) {
                double value = arithmetic.get(y, from * data.targets() + i);
                arithmetic.fill(targets, i * replicas, replicas, value);
            }
            sink.accept(new Rows<>(x.rows(from, count), true, x.at(from), targets, count));
        }
    }

    /**
     * Some rows for each replica.
     *
     * @param rows by replica, equally many
     */
    void each(List<int[]> rows, Consumer<Rows<A>> sink) {
        int all = rows.get(0).length;
        for (int from = 0; from < all; from += mostRows) {
            int count = Math.min(mostRows, all - from);
            for (int replica = 0; replica < replicas; replica++) {
                for (int i = 0; i < count; i++) {
                    int row = rows.get(replica)[from + i];
                    spread(x.rows(row, 1), x.at(row), features, i, data.features(), replica);
                    spread(y, row * data.targets(), targets, i, data.targets(), replica);
                }
            }
            sink.accept(new Rows<>(features, false, 0, targets, count));
        }
    }

    private void spread(A table, int at, A to, int place, int columns, int replica) {
        for (int c = 0; c < columns; c++) {
            arithmetic.set(to, (place * columns + c) * replicas + replica, arithmetic.get(table, at + c));
        }
    }

    /** The next batch of each replica. */
    static List<int[]> next(List<Batches> batches) {
        List<int[]> rows = new ArrayList<>(batches.size());
        batches.forEach(batch -> rows.add(batch.next()));
        return rows;
    }
}
