package org.tieline.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tieline.exposure.ContactTie;
import org.tieline.exposure.Exposure;
import org.tieline.exposure.Reach;
import org.tieline.model.Organization;
import org.tieline.restriction.Restrictions;

/** The searches of one question about exposures, one for each start, while their results are read. To be closed. */
final class Searching implements AutoCloseable {
    private final Snapshot snapshot;
    private final ExposureQuestion question;
    private final List<String> vendors;
    private final List<Reach> reaches = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final BansAgainst bans;

    /** Null if the question does not start from any. */
    private final Affiliates affiliates;

    /**
     * Searches.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    Searching(Snapshot snapshot, ExposureQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        question.vendors().forEach(snapshot::organization);
        question.carriers().forEach(snapshot::organization);
        question.bans().governments().forEach(snapshot::organization);
        Restrictions restrictions = snapshot.restrictions(
                question.search().asOf(), question.search().knownAt());
        vendors = question.vendors().isEmpty()
                ? List.copyOf(restrictions.restricted(question.bans(), snapshot::isVendor))
                : question.vendorsInOrder();
        bans = new BansAgainst(
                snapshot, restrictions, question.search(), question.bans().minBan());
        affiliates =
                question.affiliates() == null ? null : Affiliates.of(snapshot, question.affiliatesBasis(), vendors);
        for (String start : affiliates == null ? vendors : affiliates.with(vendors)) {
            Reach reach = snapshot.search().reach(start, question.search());
            reaches.add(reach);
            addCandidates(reach);
        }
    }

    /** A carrier that one search found and the question wants; spelled out when it is asked for. */
    final class Candidate {
        private final Reach reach;
        private final int i;
        private List<ContactTie> contacts;

        private Candidate(Reach reach, int i) {
            this.reach = reach;
            this.i = i;
        }

        String vendor() {
            return reach.vendor();
        }

        String carrier() {
            return reach.carrier(i);
        }

        /** Whether some ban could be in conflict with a tie of it; asks for no path. */
        boolean mayConflict() {
            return bans.mayConflict(vendor(), carrier());
        }

        /** The contact ties on any shortest path. */
        List<ContactTie> contacts() {
            if (contacts == null) {
                contacts = reach.contacts(i);
            }
            return contacts;
        }

        /** The exposure with its path and the bans on its vendor. */
        ExposureAnswer.Found found() {
            Exposure exposure = reach.exposure(i);
            return new ExposureAnswer.Found(
                    snapshot.organization(vendor()),
                    snapshot.organization(carrier()),
                    exposure,
                    bans.on(vendor()).isEmpty() ? List.of() : bans.of(exposure, contacts()));
        }
    }

    /** The exposures that the question wants, in the order of the answer. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** What was searched. */
    ExposureAnswer.Searched searched() {
        List<Organization> organizations =
                vendors.stream().map(snapshot::organization).toList();
        return new ExposureAnswer.Searched(
                organizations,
                question.vendors().isEmpty(),
                question.bans(),
                question.search(),
                Reach.leftOut(reaches),
                snapshot.version(),
                affiliates);
    }

    /** Adds the exposures of one vendor, nearest first, then by carrier. */
    private void addCandidates(Reach reach) {
        List<Candidate> wanted = new ArrayList<>();
        Set<String> homes = question.homes(snapshot);
        for (int i = 0; i < reach.size(); i++) {
            if (question.wants(snapshot, homes, reach, i)) {
                wanted.add(new Candidate(reach, i));
            }
        }
        wanted.sort(Comparator.<Candidate>comparingInt(candidate -> reach.hops(candidate.i))
                .thenComparing(Candidate::carrier));
        candidates.addAll(wanted);
    }

    @Override
    public void close() {
        reaches.forEach(Reach::close);
    }
}
