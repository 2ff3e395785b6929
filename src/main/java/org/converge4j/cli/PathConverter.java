package org.converge4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.converge4j.catalog.message.Mismatch;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads file and folder names: an empty one would mean the working folder, which nobody names so on purpose. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(Mismatch.of("the name of a file or folder", Mismatch.quoted(text)) + ".");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException unspeakable) {
            throw new TypeConversionException(Mismatch.of("a name that this system can write", Mismatch.quoted(text))
                    + " (" + unspeakable.getReason() + "); LC_ALL=C.UTF-8, say, lets it write all.");
        }
    }
}
