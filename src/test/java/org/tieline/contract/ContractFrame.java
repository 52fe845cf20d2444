package org.tieline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of the contract is kept by hand: files of YAML, laid over one another. */
final class ContractFrame {
    private static final ObjectMapper YAML = new YAMLMapper();

    private ContractFrame() {}

    /** All files of a folder as one. */
    static ObjectNode of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            ObjectNode whole = YAML.createObjectNode();
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                lay(YAML.readTree(file.toFile()), whole, file.getFileName().toString());
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lays one object over another: objects that both have under a name are laid over one another, lists put behind one
     * another.
     *
     * @param at where the upper one is from, for the message
     * @throws AssertionError if both have something else under a name: each thing is said once
     */
    static void lay(JsonNode upper, ObjectNode lower, String at) {
        upper.properties().forEach(field -> {
            JsonNode below = lower.get(field.getKey());
            JsonNode value = field.getValue();
            String where = at + "/" + field.getKey();
            if (below == null) {
                lower.set(field.getKey(), value.deepCopy());
            } else if (below instanceof ObjectNode object && value.isObject()) {
                lay(value, object, where);
            } else if (below instanceof ArrayNode list && value.isArray()) {
                value.forEach(element -> list.add(element.deepCopy()));
            } else {
                throw new AssertionError("%s is said twice: %s and %s".formatted(where, value, below));
            }
        });
    }
}
