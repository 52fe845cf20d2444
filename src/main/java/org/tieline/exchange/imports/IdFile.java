package org.tieline.exchange.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.model.DataError;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.naming.Nearest;

/** A CSV file that says which foreign id is which organization: the columns {@code foreign} and {@code id}. */
final class IdFile {
    private static final String FOREIGN = "foreign";
    private static final String ID = "id";

    private IdFile() {}

    /**
     * Reads it.
     *
     * @param known the ids that it may name
     * @return foreign id to id; several foreign ids may be one organization
     * @throws InvalidData with all that is wrong
     */
    static Map<String, String> read(Path file, Set<String> known) {
        Map<String, String> ids = new HashMap<>();
        List<DataError> errors = new ArrayList<>();
        String name = file.getFileName().toString();
        PublishedCsv.read(file, List.of(FOREIGN, ID), row -> {
            String foreign = row.get(FOREIGN);
            String id = row.get(ID);
            if (foreign.isEmpty()) {
                errors.add(new DataError(name, row.line(), FOREIGN, "", "must not be empty"));
            } else if (!known.contains(id)) {
                String meant = Nearest.among(known, id).stream()
                        .findFirst()
                        .map("; did you mean %s?"::formatted)
                        .orElse("");
                errors.add(new DataError(
                        name, row.line(), ID, id, "must be an organization of the folder beside" + meant));
            } else if (ids.putIfAbsent(foreign, id) != null) {
                errors.add(new DataError(name, row.line(), FOREIGN, foreign, "must be there once"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidData(errors);
        }
        return ids;
    }
}
