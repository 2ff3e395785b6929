package org.converge4j.cli.option;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.converge4j.analysis.Comparison;
import org.converge4j.report.file.TensorBoard;
import picocli.CommandLine.Option;

/** Whether the curves are written for TensorBoard, too. */
public final class TensorBoardOptions {
    @Option(names = "--tensorboard", description = "also write the curves for TensorBoard, a folder a run")
    private boolean wanted;

    /** Writes them if they are wanted, and says how to look at them. */
    public void write(Comparison comparison, Path folder, PrintWriter out) {
        if (wanted) {
            TensorBoard.write(comparison, folder);
            out.println("curves: tensorboard --logdir " + folder.resolve("tensorboard"));
        }
    }
}
