package org.converge4j.report.plot;

import org.converge4j.analysis.ProblemComparison;
import org.converge4j.report.content.WinnerData;

/** Where the files of a problem lie beside the report. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Where a problem's convergence chart lies, relative to the report. */
    public static String convergence(ProblemComparison problem) {
        return plot("convergence", problem);
    }

    /** Where a problem's chart of the test part lies, relative to the report. */
    public static String tested(ProblemComparison problem) {
        return plot("test", problem);
    }

    /** Where a problem's sensitivity chart lies, relative to the report. */
    public static String sensitivity(ProblemComparison problem) {
        return plot("sensitivity", problem);
    }

    /** Where a file of a problem's winner lies, relative to the report. */
    public static String winner(ProblemComparison problem, String file) {
        return WinnerData.folder(problem) + file;
    }

    private static String plot(String chart, ProblemComparison problem) {
        return "plots/" + chart + "-" + name(problem) + ".png";
    }

    private static String name(ProblemComparison problem) {
        return problem.problem().name(); // a file's name, or it would not be a problem
    }
}
