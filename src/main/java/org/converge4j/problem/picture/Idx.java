package org.converge4j.problem.picture;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;
import org.converge4j.problem.data.ProblemException;

/**
 * Pictures and their classes in files of MNIST's format, packed by gzip or not; bytes become numbers from 0 to 1.
 *
 * @param images of the training set
 * @param labels of the training set, a byte each
 * @param testImages for testing, if there are any
 * @param testLabels of those
 * @param rows the first so many of the training set; 0 for all
 */
@About(
        value = "Pictures and labels in files of MNIST's format, gzipped or not",
        family = Family.BUILT_IN,
        source = "LeCun, Cortes & Burges, the IDX file format")
public record Idx(
        @Setting(value = "the pictures, relative to the experiment file", required = true)
        SourceFile images,

        @Setting(value = "their labels", required = true) SourceFile labels,

        @Setting("pictures for testing") SourceFile testImages,

        @Setting("labels for testing") SourceFile testLabels,

        @Setting(value = "the first so many pictures; 0 for all", atLeast = 0)
        int rows)
        implements DataSource {
    private static final double WHITE = 255;

    public Idx() {
        this(SourceFile.NONE, SourceFile.NONE, SourceFile.NONE, SourceFile.NONE, 0);
    }

    @Override
    public Data load(Path base) {
        if (testImages.equals(SourceFile.NONE) != testLabels.equals(SourceFile.NONE)) {
            throw new ProblemException("idx: " + Mismatch.of("testImages and testLabels, or neither", "one of them"));
        }
        IdxFile pictures = IdxFile.read(base, images, rows);
        IdxFile named = IdxFile.read(base, labels, rows);
        if (testImages.equals(SourceFile.NONE)) {
            return part(pictures, named, named.largest() + 1, Optional.empty());
        }
        IdxFile testPictures = IdxFile.read(base, testImages, 0);
        IdxFile testNamed = IdxFile.read(base, testLabels, 0);
        if (testPictures.width() != pictures.width()) {
            throw new ProblemException(testImages.path() + ": "
                    + Mismatch.of(
                            "pictures of " + pictures.width() + " cells", Integer.toString(testPictures.width())));
        }
        int classes = Math.max(named.largest(), testNamed.largest()) + 1;
        return part(pictures, named, classes, Optional.of(part(testPictures, testNamed, classes, Optional.empty())));
    }

    private static Data part(IdxFile pictures, IdxFile labels, int classes, Optional<Data> test) {
        if (labels.width() != 1 || labels.count() != pictures.count()) {
            throw new ProblemException(labels.name() + ": "
                    + Mismatch.of(
                            "a label for each of " + pictures.count() + " pictures",
                            labels.count() + " of " + labels.width() + " numbers"));
        }
        double[] x = new double[pictures.count() * pictures.width()];
        for (int i = 0; i < x.length; i++) {
            x[i] = pictures.at(i) / WHITE;
        }
        double[] y = new double[labels.count() * classes];
        IntStream.range(0, labels.count()).forEach(row -> y[row * classes + labels.at(row)] = 1);
        return new Data(pictures.count(), x, y, Columns.coded(pictures.width(), classes), test);
    }
}
