package org.converge4j.train.layer;

/**
 * Which cells of a plane a window covers at each of its places, those outside the plane apart.
 *
 * @param starts where the cells of a place begin, and behind the last place their number
 * @param cells of one place after the other, row by row, as they lie in the plane
 */
record Cover(int[] starts, int[] cells) {
    static Cover of(Window window) {
        int[] starts = new int[window.places() + 1];
        int[] cells = new int[window.places() * window.size()];
        int place = 0;
        int count = 0;
        for (int down = 0; down < window.rows(); down++) {
            for (int right = 0; right < window.columns(); right++) {
                starts[place++] = count;
                for (int y = 0; y < window.height(); y++) {
                    int row = window.row(down, y);
                    for (int x = 0; x < window.width() && window.isRow(row); x++) {
                        int column = window.column(right, x);
                        if (window.isColumn(column)) {
                            cells[count++] = row * window.in().width() + column;
                        }
                    }
                }
            }
        }
        starts[place] = count;
        return new Cover(starts, cells);
    }

    /** How many places there are. */
    int places() {
        return starts.length - 1;
    }
}
