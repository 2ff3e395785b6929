package org.converge4j.cli;

import java.util.concurrent.Callable;
import org.converge4j.cli.option.JarOptions;
import org.converge4j.config.schema.SchemaWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code schema}: the JSON Schema of experiment files. */
@Command(
        name = "schema",
        header = "The JSON Schema of experiment files.",
        description = "Prints the JSON Schema of experiment files, for editors.",
        footer = {"  ./converge schema > experiment.schema.json", "  ./converge schema --jar my-rules.jar"},
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() {
        String schema = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new SchemaWriter(jars.catalog()).schema());
        spec.commandLine().getOut().println(schema);
        return ExitCode.DONE;
    }
}
