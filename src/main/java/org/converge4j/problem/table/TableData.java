package org.converge4j.problem.table;

import java.nio.file.Path;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Table;
import org.converge4j.table.TableException;
import org.converge4j.table.TableFile;

/** Turns a file into data: looks, reads, checks, divides, scales. */
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
        try {
            return new TableData(settings, base).read();
        } catch (TableException noTable) {
            throw new ProblemException(String.valueOf(noTable.getMessage()));
        }
    }

    private Data read() {
        Mistakes mistakes = new Mistakes();
        TableFile file = look(settings.file());
        Roles roles = Roles.of(file, settings, mistakes);
        boolean tests = !settings.testFile().path().isEmpty();
        if (tests && settings.testFraction() > 0) {
            mistakes.add(file.name() + ": " + Mismatch.of("testFile or testFraction", "both"));
        }
        mistakes.check();
        Reading training = Reading.of(file, settings, roles);
        new TableCheck(training, settings, mistakes).check();
        mistakes.check();
        Optional<Reading> test = tests
                ? Optional.of(Reading.like(training, look(settings.testFile()), settings, mistakes))
                : Optional.empty();
        test.ifPresent(reading -> new TableCheck(reading, settings, mistakes).check());
        mistakes.check();
        Understanding understanding = new Understanding(training, test, settings, roles);
        Table.Parts parts = parts(training, test);
        return parts.prepare(settings.standardise(), file.name()).described(understanding.lines(parts));
    }

    private TableFile look(SourceFile file) {
        return TableFile.look(base.resolve(file.path()), file.path(), settings.hints());
    }

    private Table.Parts parts(Reading training, Optional<Reading> test) {
        int rows = training.pass().rows().count();
        if (test.isPresent()) {
            Table others = divided(
                            test.get(), new boolean[test.get().pass().rows().count()])
                    .training();
            return new Table.Parts(divided(training, new boolean[rows]).training(), Optional.of(others));
        }
        String name = training.file().name();
        return divided(training, Table.testing(rows, settings.testFraction(), settings.seed(), name));
    }

    /** The rows as tables; each goes from one place to the other, so that they are never held twice. */
    private static Table.Parts divided(Reading reading, boolean[] testing) {
        int tests = 0;
        for (boolean tested : testing) {
            tests += tested ? 1 : 0;
        }
        TableBuilder training = new TableBuilder(reading, testing.length - tests);
        TableBuilder test = new TableBuilder(reading, tests);
        int[] row = {0};
        reading.pass().rows().drain((block, offset) -> (testing[row[0]++] ? test : training).add(block, offset));
        return new Table.Parts(training.table(), tests == 0 ? Optional.empty() : Optional.of(test.table()));
    }
}
