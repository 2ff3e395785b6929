package org.converge4j.updater.matrix;

import org.converge4j.updater.Block;

/**
 * Mean squares of gradients: of a matrix those of its rows and of its columns, whose product stands for all; of a vector each number's.
 *
 * @param numbers of all blocks, one after the other; of a matrix first its rows'
 * @param least ε₁, the least square
 * @param share of new squares among all
 */
record Factors(double[] numbers, double least, double share) {
    /**
     * Takes in a block's gradient and divides it by the roots.
     *
     * @param at where the block's numbers begin
     * @return how many there are
     */
    int divide(Block block, double[] gradient, int at) {
        if (block.matrix()) {
            divideMatrix(block, gradient, at);
            return block.rows() + block.columns();
        }
        for (int i = 0; i < block.size(); i++) {
            double g = gradient[block.from() + i];
            gradient[block.from() + i] = g / root(follow(at + i, g * g));
        }
        return block.size();
    }

    private void divideMatrix(Block block, double[] gradient, int at) {
        int rows = block.rows();
        int columns = block.columns();
        double[] ofRows = new double[rows];
        double[] ofColumns = new double[columns];
        for (int i = 0; i < block.size(); i++) {
            double g = gradient[block.from() + i];
            ofRows[i / columns] += g * g / columns;
            ofColumns[i % columns] += g * g / rows;
        }
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            mean += follow(at + row, ofRows[row]) / rows;
        }
        for (int column = 0; column < columns; column++) {
            follow(at + rows + column, ofColumns[column]);
        }
        double divisor = Math.max(mean, least);
        for (int i = 0; i < block.size(); i++) {
            gradient[block.from() + i] /= root(numbers[at + i / columns] * numbers[at + rows + i % columns] / divisor);
        }
    }

    private double follow(int at, double square) {
        numbers[at] += share * (square - numbers[at]);
        return numbers[at];
    }

    private double root(double square) {
        return Math.sqrt(Math.max(square, least * least));
    }
}
