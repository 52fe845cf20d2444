package org.tieline.exchange.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.TielineException.BadQuestion;

/**
 * Where an import goes, and what it will stand beside.
 *
 * @param into the folder that is made; it must not be there, or be empty
 * @param beside a folder of data with which the imported one will be loaded; null if it will be loaded alone
 * @param ids a file that says which foreign id is which organization of {@code beside}
 */
public record ImportTarget(
        Path into, @Nullable Path beside, @Nullable Path ids) {
    /** @throws BadQuestion if there is a file of ids and nothing that they could be ids of */
    public ImportTarget {
        if (ids != null && beside == null) {
            throw new BadQuestion("ids", "ids needs beside: the folder that has the organizations it names");
        }
    }

    /**
     * Reads what it names.
     *
     * @throws org.tieline.model.TielineException.InvalidData if one of them has errors
     */
    public Known known() {
        Map<String, Organization> organizations = new HashMap<>();
        Map<String, List<Organization>> identified = new HashMap<>();
        Dataset dataset = beside == null ? null : DatasetReader.read(beside);
        if (dataset != null) {
            dataset.organizations().forEach(each -> organizations.put(each.id(), each));
            dataset.identifiers().stream()
                    .filter(identifier -> identifier.until() == null)
                    .forEach(identifier -> identified
                            .computeIfAbsent(identifier.text(), none -> new ArrayList<>(1))
                            .add(organizations.get(identifier.organization())));
        }
        return new Known(
                organizations, identified, ids == null ? Map.of() : IdFile.read(ids, organizations.keySet()), dataset);
    }

    /**
     * Checks a folder that was made, together with the one that it will stand beside.
     *
     * @throws org.tieline.model.TielineException.InvalidData if anything is wrong
     */
    void check(Path made) {
        DatasetReader.check(beside == null ? List.of(made) : List.of(beside, made));
    }

    /**
     * The organizations that are there already.
     *
     * @param organizations by id
     * @param identified those that have an identifier without an end, by {@link Identifier#text()}
     * @param ids foreign id to id
     * @param dataset all facts that are there; null if nothing is
     */
    public record Known(
            Map<String, Organization> organizations,
            Map<String, List<Organization>> identified,
            Map<String, String> ids,
            @Nullable Dataset dataset) {
        /** The organization that a foreign id is said to be. */
        public Optional<Organization> meant(String foreignId) {
            return Optional.ofNullable(ids.get(foreignId)).map(organizations::get);
        }

        /** The organizations that have an identifier now; several if the data beside say so. */
        public List<Organization> identified(IdentifierScheme scheme, String value) {
            return identified.getOrDefault(scheme.text() + ":" + value, List.of());
        }
    }
}
