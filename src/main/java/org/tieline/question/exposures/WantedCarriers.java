package org.tieline.question.exposures;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Snapshot;

/**
 * The carriers of a snapshot by place, as searches that spell nothing out speak of them, and those that a question wants.
 */
public final class WantedCarriers {
    private final Snapshot snapshot;
    private final List<String> ids;
    private final BitSet wanted;

    public WantedCarriers(Snapshot snapshot, ExposureQuestion question) {
        this.snapshot = snapshot;
        ids = List.copyOf(snapshot.search().graph().organizations(OrganizationKind.CARRIER));
        wanted = new BitSet(ids.size());
        Set<String> countries = question.homes(snapshot);
        for (int place = 0; place < ids.size(); place++) {
            String id = ids.get(place);
            wanted.set(
                    place,
                    (question.carriers().isEmpty() || question.carriers().contains(id))
                            && (countries.isEmpty()
                                    || countries.contains(String.valueOf(
                                            snapshot.organization(id).country()))));
        }
    }

    /** The number of carriers, wanted or not. */
    public int size() {
        return ids.size();
    }

    public String id(int place) {
        return ids.get(place);
    }

    /** Empty if no carrier has this id. */
    public OptionalInt place(String id) {
        return snapshot.search().graph().place(id, OrganizationKind.CARRIER);
    }

    /** Null if it has no home. */
    public @Nullable String country(int place) {
        return snapshot.organization(ids.get(place)).country();
    }

    public boolean contains(int place) {
        return wanted.get(place);
    }
}
