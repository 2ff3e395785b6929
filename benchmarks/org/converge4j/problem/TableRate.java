package org.converge4j.problem;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.DataSource;

/** Prints rows, columns, and the processor seconds of this thread that it takes to load a table, twice in one virtual machine. */
final class TableRate {
    private TableRate() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Map<String, Object> settings =
                Map.of("file", new SourceFile(file.getFileName().toString(), ""), "target", List.of("last"));
        DataSource source =
                (DataSource) Catalog.load(TableRate.class.getClassLoader()).data("csv", settings);
        for (int time = 0; time < 2; time++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Data data = source.load(file.getParent());
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            System.out.println(data.rows() + " " + (data.features() + data.targets()) + " " + seconds);
        }
    }
}
