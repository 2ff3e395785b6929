package org.converge4j.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.report.page.Page;
import org.converge4j.result.store.ForeignFolderException;
import org.converge4j.result.store.OwnFolder;
import org.converge4j.result.store.StorageException;
import org.converge4j.result.store.WholeFile;
import org.converge4j.wording.Language;

/**
 * A folder of reports for a host of static pages: each in a folder of its name, and an index with the question, the answer and the
 * picture of each. What a report says of itself is read from the head of its page; text of another form is left out, so that nothing a
 * stranger's page holds becomes markup.
 */
public final class Gallery {
    private static final String INDEX = "index.html";
    private static final String OURS = "<meta name=\"generator\" content=\"converge4j gallery\">";
    private static final int HEAD = 20_000;
    private static final String TEXT = "([^<>\"]{1,2000})";
    private static final Pattern TITLE = Pattern.compile("<title>" + TEXT + "</title>");
    private static final Pattern ANSWER = Pattern.compile("<meta name=\"description\" content=\"" + TEXT + "\">");
    private static final Pattern IMAGE = Pattern.compile("<meta property=\"og:image\" content=\"([\\w./-]{1,300})\">");

    private final Path folder;

    /** @throws ForeignFolderException if the folder holds something else than a gallery, or links */
    public Gallery(Path folder) {
        this.folder = folder;
        OwnFolder.refuseLinks(folder);
        if (!isEmpty() && !head(index()).contains(OURS)) {
            throw new ForeignFolderException(folder + ": "
                    + Mismatch.of("a new or empty folder, or one that --publish has filled", "other files") + ".");
        }
    }

    /** Adds the report of a comparison, or replaces it, and lists it in the index. */
    public void add(Comparison comparison, Catalog catalog, Language language) {
        Path own = folder.resolve(comparison.experiment().name());
        try {
            Files.createDirectories(own);
            if (!Files.exists(index())) {
                WholeFile.write(index(), index(List.of())); // from now on it is a gallery
            }
            Reports.write(comparison, catalog, own, language);
            WholeFile.write(index(), index(reports()));
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /** Where the index lies. */
    public Path index() {
        return folder.resolve(INDEX);
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.resolve("report.html"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private String index(List<Path> reports) {
        StringBuilder items = new StringBuilder();
        for (Path report : reports) {
            String head = head(report);
            String address = folder.relativize(report).toString().replace('\\', '/');
            String at = address.substring(0, address.lastIndexOf('/') + 1);
            items.append("<li><a href=\"").append(address).append("\">");
            found(IMAGE, head)
                    .ifPresent(image ->
                            items.append("<img src=\"").append(at).append(image).append("\" alt=\"\">"));
            items.append("<h2>").append(found(TITLE, head).orElse(at)).append("</h2></a><p>");
            items.append(found(ANSWER, head).orElse("")).append("</p></li>\n");
        }
        return Page.resource("gallery.html").replace("{{generator}}", OURS).replace("{{reports}}", items);
    }

    private static Optional<String> found(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private boolean isEmpty() {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /** The beginning of a file; nothing if it cannot be read. */
    private static String head(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
