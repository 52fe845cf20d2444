package org.tieline.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tieline.model.DataError;

/** The description of a folder of data; all that is taken from it is the version. */
final class DataPackage {
    static final String FILE = "datapackage.json";
    static final String UNVERSIONED = "unversioned";

    private DataPackage() {}

    /** The version of the data in a folder; {@link #UNVERSIONED} without a description or a version in it. */
    static String version(DataFolder folder, Problems problems) {
        String label = folder.label(FILE);
        Path file = folder.path().resolve(FILE);
        if (Files.notExists(file)) {
            return UNVERSIONED;
        }
        try {
            JsonNode description = new ObjectMapper().readTree(file.toFile());
            if (!description.isObject()) {
                problems.add(new DataError(label, 1, "", "", "must be one JSON object"));
                return UNVERSIONED;
            }
            JsonNode version = description.path("version");
            if (version.isMissingNode()) {
                return UNVERSIONED;
            }
            if (!version.isTextual() || version.asText().isBlank()) {
                problems.add(new DataError(label, 0, "version", version.asText(), "must be a text like 2026.11.0"));
            }
            return version.asText();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new DataError(label, line, "", "", "must be JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(new DataError(label, 0, "", "", "cannot be read: " + e));
        }
        return UNVERSIONED;
    }
}
