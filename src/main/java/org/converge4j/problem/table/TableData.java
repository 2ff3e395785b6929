package org.converge4j.problem.table;

import java.nio.file.Path;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Divisions;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Sequences;
import org.converge4j.table.TableException;

/** Turns a file or a folder of them into data: looks, reads, checks, divides, scales, makes sequences. */
final class TableData {
    private final Csv settings;
    private final Path base;

    private TableData(Csv settings, Path base) {
        this.settings = settings;
        this.base = base;
    }

    /**
     * The data of a table's settings.
     *
     * @throws ProblemException with all that is wrong
     */
    static Data read(Csv settings, Path base) {
        TableData table = new TableData(settings, base);
        Understanding read = table.read();
        return table.prepared(Divided.of(read.training(), read.test(), settings), read);
    }

    /**
     * The same as each seed divides it: read once, and held whole.
     *
     * @throws ProblemException as {@link #read}
     */
    static Divisions divisions(Csv settings, Path base) {
        TableData table = new TableData(settings, base);
        Understanding read = table.read();
        Divided whole = Divided.whole(read.training());
        return seed -> table.prepared(
                whole.again(settings, seed, read.training().files().name()), read);
    }

    private Data prepared(Divided divided, Understanding understanding) {
        String name = understanding.training().files().name();
        Data data = divided.parts().prepare(settings.standardise(), name);
        return shaped(divided, data, name).described(understanding.lines(divided));
    }

    private Understanding read() {
        try {
            return readings();
        } catch (TableException noTable) {
            throw new ProblemException(String.valueOf(noTable.getMessage()));
        }
    }

    private Understanding readings() {
        Mistakes mistakes = new Mistakes();
        TableFiles files = look(settings.file());
        Roles roles = Roles.of(files.first(), settings, mistakes);
        boolean tests = !settings.testFile().path().isEmpty();
        if (tests && settings.testFraction() > 0) {
            mistakes.add(files.name() + ": " + Mismatch.of("testFile or testFraction", "both"));
        }
        checkSequences(files, mistakes);
        mistakes.check();
        Reading training = Reading.of(files, settings, roles);
        new TableCheck(training, settings, roles, mistakes).check();
        mistakes.check();
        Optional<Reading> test = tests
                ? Optional.of(Reading.like(training, look(settings.testFile()), settings, mistakes))
                : Optional.empty();
        test.ifPresent(reading -> new TableCheck(reading, settings, roles, mistakes).check());
        mistakes.check();
        return new Understanding(training, test, settings, roles);
    }

    private TableFiles look(SourceFile file) {
        return TableFiles.look(base.resolve(file.path()), file.path(), settings.hints());
    }

    private void checkSequences(TableFiles files, Mistakes mistakes) {
        int ways =
                (settings.steps() > 0 ? 1 : 0) + (settings.sequence().isEmpty() ? 0 : 1) + (files.isFolder() ? 1 : 0);
        if (ways > 1) {
            mistakes.add(files.name() + ": "
                    + Mismatch.of(
                            "steps (a row is a sequence), or sequence (a column tells sequences apart), or a folder (a file"
                                    + " is one)",
                            "several of these"));
        }
    }

    /** The rows as sequences, where they are some. */
    private Data shaped(Divided divided, Data data, String name) {
        if (divided.areSteps()) {
            return divided.gathered(data);
        }
        if (settings.steps() == 0) {
            return data;
        }
        if (data.features() % settings.steps() != 0) {
            throw new ProblemException(name + ": steps: "
                    + Mismatch.of(
                            "a number that divides the " + data.features() + " features",
                            Integer.toString(settings.steps())));
        }
        return data.in(Sequences.whole(settings.steps(), name));
    }
}
