package org.tieline.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;

/** The description of a folder of data; all that is taken from one is the version. */
final class DataPackage {
    static final String FILE = "datapackage.json";
    static final String VERSION = "version";
    static final String RESOURCES = "resources";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private DataPackage() {}

    /** That of the data set which travels with the program; a copy to change. */
    static ObjectNode shipped() {
        try (InputStream description = DataPackage.class.getResourceAsStream(FILE)) {
            return (ObjectNode) JSON.readTree(description);
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its own description of tables", e);
        }
    }

    /** Describes the tables that were written, in the words in which the shipped ones are described. */
    static void write(Bundle files, PackageHead head, Map<DatasetTable, WrittenTable> written) throws IOException {
        ObjectNode description = head.fields();
        ArrayNode resources = description.putArray(RESOURCES);
        Map<String, WrittenTable> byFile = new HashMap<>();
        written.forEach((table, file) -> byFile.put(table.file(), file));
        for (JsonNode resource : shipped().path(RESOURCES)) {
            WrittenTable file = byFile.get(resource.path("path").asText());
            if (file != null) {
                resources.add(measured((ObjectNode) resource, file));
            }
        }
        try (OutputStream out = files.begin(FILE)) {
            out.write(JSON.writer(PRINTER).writeValueAsBytes(description));
            out.write('\n');
        }
    }

    private static ObjectNode measured(ObjectNode resource, WrittenTable file) {
        ObjectNode measured = JSON.createObjectNode();
        resource.properties().forEach(field -> {
            measured.set(field.getKey(), field.getValue());
            if (field.getKey().equals("encoding")) {
                measured.put("bytes", file.bytes());
                measured.put("hash", file.hash());
            }
        });
        return measured;
    }

    /** The version of the data in a folder; {@link Dataset#UNVERSIONED} without a description or a version in it. */
    static String version(DatasetFolder folder, DataErrors problems) {
        String label = folder.label(FILE);
        Path file = folder.path().resolve(FILE);
        if (Files.notExists(file)) {
            return Dataset.UNVERSIONED;
        }
        try {
            JsonNode description = JSON.readTree(file.toFile());
            if (!description.isObject()) {
                problems.add(new DataError(label, 1, "", "", "must be one JSON object"));
                return Dataset.UNVERSIONED;
            }
            JsonNode version = description.path(VERSION);
            if (version.isMissingNode()) {
                return Dataset.UNVERSIONED;
            }
            if (!version.isTextual() || version.asText().isBlank()) {
                problems.add(new DataError(label, 0, VERSION, version.asText(), "must be a text like 2026.11.0"));
            }
            return version.asText();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new DataError(label, line, "", "", "must be JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(new DataError(label, 0, "", "", "cannot be read: " + e));
        }
        return Dataset.UNVERSIONED;
    }
}
