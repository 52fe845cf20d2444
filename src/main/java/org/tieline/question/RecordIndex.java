package org.tieline.question;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.naming.fulltext.FullTextIndex;
import org.tieline.naming.fulltext.SearchHit;

/** An index of the names of organizations, made when something is looked for first. */
public final class RecordIndex {
    private final Collection<Organization> organizations;
    private volatile @Nullable FullTextIndex names;

    RecordIndex(Collection<Organization> organizations) {
        this.organizations = organizations;
    }

    /**
     * The index after a change; what is made of it already is kept if it is the same.
     *
     * @param renamed whether organizations are found by other names
     */
    RecordIndex changed(Collection<Organization> after, boolean renamed) {
        RecordIndex changed = new RecordIndex(after);
        if (!renamed) {
            changed.names = names;
        }
        return changed;
    }

    /** @throws org.tieline.model.TielineException.BadQuestion if the text is too long or has nothing in it */
    public List<SearchHit> search(String text, int limit) {
        FullTextIndex made = names;
        return (made != null ? made : make()).search(text, limit);
    }

    /** Whether something is yet to be made that was asked for in another index. */
    boolean lacks(RecordIndex before) {
        return names == null && before.names != null;
    }

    /**
     * Makes what was asked for in another index, which is taken out of use, so that nobody waits for it.
     *
     * @param same whether that one is of the same organizations
     */
    synchronized void readyAs(RecordIndex before, boolean same) {
        FullTextIndex made = before.names;
        if (same) {
            names = made;
        } else if (made != null) {
            make();
        }
    }

    private synchronized FullTextIndex make() {
        if (names == null) {
            names = new FullTextIndex(organizations);
        }
        return names;
    }
}
