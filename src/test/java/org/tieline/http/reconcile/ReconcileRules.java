package org.tieline.http.reconcile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the Reconciliation Service API 0.2 demands of each message. */
public enum ReconcileRules {
    MANIFEST,
    QUERIES,
    RESULTS,
    SUGGESTIONS,
    FLYOUT,
    PROPOSAL,
    EXTEND,
    EXTENSION;

    private final Schema schema = schema(name().toLowerCase(Locale.ROOT));

    private static Schema schema(String message) {
        try {
            String rules = Files.readString(Path.of("src/test/resources/reconciliation/rules.json"));
            String rooted = "{\"$ref\":\"#/$defs/%s\",%s".formatted(message, rules.substring(rules.indexOf('{') + 1));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(rooted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a message breaks the rules; empty if it keeps them. */
    public List<String> broken(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
