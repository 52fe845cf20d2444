package org.tieline.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * Facts as bytes, for whoever puts very many of them aside; read back as the properties of a graph are. Numbers may have lost zeros at
 * their end. For one thread.
 */
public final class FactBytes {
    private final PropertyReader values = new PropertyReader();
    private final OrganizationReader organizations = new OrganizationReader(values);
    private final SourceReader sources = new SourceReader(values);
    private final IdentifierReader identifiers = new IdentifierReader(values);
    private final SubscriberCountReader counts = new SubscriberCountReader(values);
    private final TieReader ties = new TieReader(values);

    /** @param row of the fact, as {@link FactRows} has it */
    public static byte[] of(Map<String, Object> row) {
        return StoredRows.bytes(row, false);
    }

    public Organization organization(byte[] bytes) {
        Map<String, Object> row = StoredRows.of(bytes);
        return organizations.read(
                List.of("Organization", (String) Objects.requireNonNull(row.get("kind"))),
                FactRows.properties(row),
                row.get("successor") instanceof String successor ? List.of(successor) : List.of());
    }

    public Source source(byte[] bytes) {
        return sources.read(FactRows.properties(StoredRows.of(bytes)));
    }

    public Identifier identifier(byte[] bytes) {
        Map<String, Object> row = StoredRows.of(bytes);
        return identifiers.read((String) row.get("organization"), row, FactRows.properties(row));
    }

    public SubscriberCount subscribers(byte[] bytes) {
        Map<String, Object> row = StoredRows.of(bytes);
        return counts.read((String) row.get("organization"), FactRows.properties(row), row);
    }

    public Tie tie(byte[] bytes) {
        Map<String, Object> row = StoredRows.of(bytes);
        try {
            return ties.read(
                    KeptFacts.type(Objects.requireNonNull(row.get("type"))),
                    (String) row.get("from"),
                    (String) row.get("to"),
                    FactRows.properties(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
