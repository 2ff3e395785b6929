package org.converge4j.cli;

import java.nio.file.Path;
import org.converge4j.analysis.Comparison;
import org.converge4j.cli.screen.Browser;
import org.converge4j.cli.screen.Sheet;
import org.converge4j.report.text.TerminalReport;
import org.converge4j.report.text.TerminalReport.Part;
import org.converge4j.wording.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Shows results: the answer, the tables, what to beware of, where the page is; and opens the page if that is wanted. */
final class ResultPrinter {
    @Option(names = "--open", description = "open the page in the browser")
    private boolean open;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            description = "what the report is written in: en for English, zh for Chinese; the page holds both")
    private Language language = Language.EN;

    /** The language that is asked for. */
    Language language() {
        return language;
    }

    /** Prints what was found, and opens the page. */
    void print(CommandSpec spec, Comparison comparison, Path folder) throws InterruptedException {
        Sheet sheet = Main.sheet(spec);
        TerminalReport report = new TerminalReport(comparison, language);
        if (!report.answer().isEmpty()) {
            sheet.gap();
            sheet.strong(report.answer());
        }
        for (Part part : report.parts(sheet.columns(), sheet.spelling())) {
            sheet.gap();
            sheet.text(part.heading());
            sheet.block(part.table());
            part.notes().forEach(note -> sheet.text("- " + note, "  "));
        }
        sheet.gap();
        report.notes().forEach(note -> sheet.text("- " + note, "  "));
        Path page = folder.resolve("report.html");
        sheet.link("report", page);
        if (open && !new Browser(System.getProperty("os.name"), System.getenv()).open(page)) {
            spec.commandLine()
                    .getErr()
                    .println("--open: found no browser to open it with; the variable BROWSER may name one.");
        }
    }
}
