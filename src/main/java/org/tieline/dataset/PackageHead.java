package org.tieline.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a data package says of a folder as a whole, before it describes the tables. */
public final class PackageHead {
    private final ObjectNode fields;

    private PackageHead(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * A licence.
     *
     * @param name as SPDX has it, {@code CC-BY-4.0}
     * @param path where it can be read
     * @param title in words
     */
    public record License(String name, String path, String title) {}

    /**
     * A head of one's own.
     *
     * @param name lower kebab case
     * @param title a few words
     * @param description where the data come from and what they hold
     * @param version the version of the data
     * @param license under which terms they may be used; null if that is not known
     */
    public static PackageHead of(
            String name, String title, String description, String version, @Nullable License license) {
        ObjectNode fields = DataPackage.shipped();
        String profile = fields.path("$schema").asText();
        fields.removeAll();
        fields.put("$schema", profile);
        fields.put("name", name);
        fields.put("title", title);
        fields.put("description", description);
        fields.put("version", version);
        if (license != null) {
            fields.putArray("licenses")
                    .addObject()
                    .put("name", license.name())
                    .put("path", license.path())
                    .put("title", license.title());
        }
        return new PackageHead(fields);
    }

    /** That of the data set which travels with the program: its title, version, licence and contributors. */
    public static PackageHead shipped() {
        ObjectNode fields = DataPackage.shipped();
        fields.remove(DataPackage.RESOURCES);
        return new PackageHead(fields);
    }

    /** The version that the data package of a folder states, read without the rest; empty if it cannot be read. */
    public static Optional<String> versionIn(Path folder) {
        try (JsonParser json =
                new JsonFactory().createParser(folder.resolve(DataPackage.FILE).toFile())) {
            while (json.nextToken() != null) {
                boolean ofPackage = json.currentToken() == JsonToken.FIELD_NAME
                        && json.getParsingContext().getParent().inRoot();
                if (ofPackage && json.currentName().equals(DataPackage.VERSION)) {
                    return Optional.ofNullable(json.nextTextValue());
                }
            }
        } catch (IOException e) {
            // Whoever reads the data is told what is wrong with them.
        }
        return Optional.empty();
    }

    /** The version of the data. */
    public String version() {
        return fields.path(DataPackage.VERSION).asText();
    }

    ObjectNode fields() {
        return fields.deepCopy();
    }
}
