package org.tieline.inquiry;

import java.util.Collection;
import org.tieline.model.Organization;
import org.tieline.spelling.NameIndex;
import org.tieline.spelling.Named;

/** The names of a snapshot, ready to be found; made when they are looked for first, as most snapshots pass without that. */
final class Names {
    private final Collection<Organization> organizations;
    private volatile NameIndex index;

    Names(Collection<Organization> organizations) {
        this.organizations = organizations;
    }

    NameIndex index() {
        NameIndex made = index;
        return made != null ? made : make();
    }

    private synchronized NameIndex make() {
        if (index == null) {
            index = new NameIndex(organizations.stream()
                    .map(each -> new Named(each.id(), each.name(), each.aliases(), each.country()))
                    .toList());
        }
        return index;
    }
}
