package org.converge4j.updater;

import java.util.List;
import java.util.function.ToIntFunction;

/** How many numbers a rule remembers under one name. Those of blocks lie one block after the other. */
public enum Extent {
    /** One for each parameter. */
    PARAMETERS(Block::size),
    /** One in all. */
    ONE(block -> 0),
    /** One for each block. */
    BLOCKS(block -> 1),
    /** One for each parameter of a vector, none for matrices. */
    VECTORS(block -> block.matrix() ? 0 : block.size()),
    /** One for each row and one for each column of a matrix; one for each parameter of a vector. */
    FACTORS(block -> block.matrix() ? block.rows() + block.columns() : block.size()),
    /** For each matrix a square of its rows, for a vector none. */
    ROWS_SQUARED(block -> block.matrix() ? block.rows() * block.rows() : 0),
    /** For each matrix a square of its columns, for a vector none. */
    COLUMNS_SQUARED(block -> block.matrix() ? block.columns() * block.columns() : 0);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final ToIntFunction<Block> ofBlock;

    Extent(ToIntFunction<Block> ofBlock) {
        this.ofBlock = ofBlock;
    }

    /** The numbers for one block. */
    public int of(Block block) {
        return ofBlock.applyAsInt(block);
    }

    /**
     * The numbers in all.
     *
     * @param parameters how many there are
     * @param blocks that they form; may be empty for {@link #PARAMETERS} and {@link #ONE}
     */
    public int of(int parameters, List<Block> blocks) {
        return switch (this) {
            case PARAMETERS -> parameters;
            case ONE -> 1;
            default -> blocks.stream().mapToInt(this::of).sum();
        };
    }

    /**
     * Room for all that a rule remembers, zeros.
     *
     * @param parameters how many there are
     * @param blocks that they form
     */
    public static double[][] memory(Rule rule, int parameters, List<Block> blocks) {
        return rule.state().stream()
                .map(name -> new double[rule.extent(name).of(parameters, blocks)])
                .toArray(double[][]::new);
    }
}
