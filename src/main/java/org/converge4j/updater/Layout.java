package org.converge4j.updater;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The blocks of one or more parameter arrays as texts that DL4J writes into a configuration: {@code 6x4} for a matrix, {@code 6} for a
 * vector, those of one array with a space between.
 *
 * @param arrays in DL4J's order
 */
record Layout(List<String> arrays) {
    static final Layout NONE = new Layout(List.of());

    Layout {
        arrays = List.copyOf(arrays);
    }

    /** The text of an array. */
    static String text(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.matrix() ? block.rows() + "x" + block.columns() : Integer.toString(block.rows()))
                .collect(Collectors.joining(" "));
    }

    /** The blocks of so many parameters: those of the arrays, as often as they go into them. */
    List<Block> blocks(int parameters) {
        List<Block> once = blocks(arrays, 0);
        if (once.isEmpty()) {
            return once;
        }
        List<Block> all = new ArrayList<>();
        for (int from = 0; from < parameters; from += size(once)) {
            all.addAll(blocks(arrays, from));
        }
        return Collections.unmodifiableList(all);
    }

    /** The blocks of the first array of a length; of all parameters where there is none. */
    List<Block> ofArray(int length) {
        return arrays.stream()
                .map(array -> blocks(List.of(array), 0))
                .filter(blocks -> size(blocks) == length)
                .findFirst()
                .orElseGet(() -> blocks(length));
    }

    /** Whether two arrays of one length are cut differently: DL4J asks for the state of an array by its length alone. */
    boolean isAmbiguous() {
        return arrays.stream()
                .anyMatch(
                        array -> !text(ofArray(size(blocks(List.of(array), 0)))).equals(array));
    }

    private static int size(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    private static List<Block> blocks(List<String> texts, int from) {
        List<Block> blocks = new ArrayList<>();
        int at = from;
        for (String text : texts) {
            for (String size : text.split(" ", -1)) {
                int[] sides = Arrays.stream(size.split("x", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                boolean matrix = sides.length == 2;
                Block block = new Block(Integer.toString(blocks.size()), at, sides[0], matrix ? sides[1] : 1, matrix);
                blocks.add(block);
                at = block.to();
            }
        }
        return blocks;
    }
}
