package org.tieline.question;

import java.util.Collection;
import java.util.Map;
import org.tieline.model.Organization;
import org.tieline.naming.NameIndex;
import org.tieline.naming.NamedOrganization;

/**
 * The names of a snapshot, ready to be found; made when they are looked for first, as most snapshots pass without that. The
 * ids that organizations had in former times are found here too.
 */
public final class OrganizationNames {
    private final Collection<Organization> organizations;
    private volatile NameIndex index;

    /** Ids of today by the former ids that lead to them. */
    private final Map<String, String> currentIds;

    /** @param currentIds ids of today by the former ids that lead to them */
    OrganizationNames(Collection<Organization> organizations, Map<String, String> currentIds) {
        this.organizations = organizations;
        this.currentIds = Map.copyOf(currentIds);
    }

    /** The id under which the organization that once had an id is found today; the id itself if it is no former one. */
    String currentId(String id) {
        return currentIds.getOrDefault(id, id);
    }

    public NameIndex index() {
        NameIndex made = index;
        return made != null ? made : make();
    }

    private synchronized NameIndex make() {
        if (index == null) {
            index = new NameIndex(organizations.stream()
                    .map(each -> new NamedOrganization(each.id(), each.name(), each.aliases(), each.country()))
                    .toList());
        }
        return index;
    }
}
