package org.tieline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Readers of other people that run on Node, in the versions that {@code src/test/npm} names. A test class that says
 * {@code @ExtendWith(NodeReaders.class)} is skipped, with the reason, where there is no Node or the packages cannot be had.
 */
public final class NodeReaders implements ExecutionCondition {
    private static final Path SCRIPTS = Path.of("src/test/npm").toAbsolutePath();
    private static final Path HOME = Path.of("target/npm").toAbsolutePath();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ForeignProgram node = run(List.of("node", "--version"), Path.of(""));
        if (node.code() != 0) {
            return ConditionEvaluationResult.disabled("there is no Node: " + node.err());
        }
        ForeignProgram install = install();
        return install.code() == 0
                ? ConditionEvaluationResult.enabled("Node " + node.out().strip())
                : ConditionEvaluationResult.disabled("the packages of src/test/npm cannot be had: " + install.err());
    }

    private static synchronized ForeignProgram install() {
        try {
            Path lock = HOME.resolve("package-lock.json");
            boolean there = Files.isDirectory(HOME.resolve("node_modules"))
                    && Files.mismatch(lock, SCRIPTS.resolve("package-lock.json")) < 0;
            if (there) {
                return new ForeignProgram(0, "", "");
            }
            Files.createDirectories(HOME);
            for (String file : List.of("package.json", "package-lock.json")) {
                Files.write(HOME.resolve(file), Files.readAllBytes(SCRIPTS.resolve(file)));
            }
            return run(List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"), HOME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a script of {@code src/test/npm}.
     *
     * @return the JSON that it printed
     */
    public static JsonNode read(String script, Path... files) {
        try {
            // A script finds packages beside it alone.
            Path copy = Files.write(HOME.resolve(script), Files.readAllBytes(SCRIPTS.resolve(script)));
            List<String> command = new ArrayList<>(List.of("node", copy.toString()));
            for (Path file : files) {
                command.add(file.toAbsolutePath().toString());
            }
            ForeignProgram ended = run(command, HOME);
            assertThat(ended.code()).as(ended.said()).isZero();
            return new ObjectMapper().readTree(ended.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ForeignProgram run(List<String> command, Path folder) {
        return ForeignProgram.run(folder, Map.of(), command);
    }
}
