package org.tieline.dataset.known;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;

/** What ties and bans are checked against of the organizations that were read: some ten bytes each, by their numbers. */
public final class KnownOrganizations {
    private static final OrganizationKind[] KINDS = OrganizationKind.values();

    /** The place of the kind plus one; 0 for an organization that could not be read. */
    private byte[] kinds = new byte[16];

    private final DateColumn since = new DateColumn();
    private final DateColumn until = new DateColumn();

    /** Of the few that have one. */
    private final Map<Integer, String> successors = new HashMap<>();

    /** Of governments alone. */
    private final Map<Integer, String> countries = new HashMap<>();

    /** Takes up an organization that was read without errors. */
    public void add(int number, Organization organization) {
        if (number >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(number + 1, kinds.length + (kinds.length >> 1)));
        }
        kinds[number] = (byte) (organization.kind().ordinal() + 1);
        since.set(number, organization.since());
        until.set(number, organization.until());
        if (organization.successor() != null) {
            successors.put(number, organization.successor());
        }
        if (organization.kind() == OrganizationKind.GOVERNMENT && organization.country() != null) {
            countries.put(number, organization.country());
        }
    }

    /** Null if it could not be read, or is unknown; it may be of any kind then. */
    public @Nullable OrganizationKind kind(int number) {
        int place = number < 0 || number >= kinds.length ? 0 : kinds[number];
        return place == 0 ? null : KINDS[place - 1];
    }

    public @Nullable PartialDate since(int number) {
        return since.get(number);
    }

    public @Nullable PartialDate until(int number) {
        return until.get(number);
    }

    public @Nullable String successor(int number) {
        return successors.isEmpty() ? null : successors.get(number);
    }

    /** The country of a government; null if it has none, or is no government. */
    public @Nullable String country(int number) {
        return countries.get(number);
    }
}
