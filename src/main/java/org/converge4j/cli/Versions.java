package org.converge4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/org/converge4j/version.properties")) {
            versions.load(in);
        }
        return new String[] {
            "converge4j " + versions.getProperty("converge4j"),
            "DL4J, ND4J " + versions.getProperty("dl4j") + ", backend nd4j-native",
            "Java " + System.getProperty("java.version") + " " + System.getProperty("java.vm.name")
        };
    }
}
