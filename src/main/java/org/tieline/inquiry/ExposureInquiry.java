package org.tieline.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tieline.exposure.Reach;
import org.tieline.restriction.Restrictions;

/** Answers which carriers are tied to which vendors. */
public final class ExposureInquiry {
    private ExposureInquiry() {}

    /** Carrier {@code i} of a search, not spelled out yet. */
    record Candidate(Reach reach, int i) {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static ExposureAnswer ask(Snapshot snapshot, ExposureQuestion question) {
        question.vendors().forEach(snapshot::organization);
        question.carriers().forEach(snapshot::organization);
        question.bans().governments().forEach(snapshot::organization);

        Restrictions restrictions = snapshot.restrictions(
                question.search().asOf(), question.search().knownAt());
        boolean allRestricted = question.vendors().isEmpty();
        List<String> vendors = allRestricted
                ? List.copyOf(restrictions.restricted(question.bans(), snapshot::isVendor))
                : question.vendorsInOrder();

        Affiliates affiliates =
                question.affiliates() == null ? null : Affiliates.of(snapshot, question.affiliatesBasis(), vendors);
        List<String> starts = affiliates == null ? vendors : affiliates.with(vendors);

        List<Reach> reaches = starts.stream()
                .map(vendor -> snapshot.search().reach(vendor, question.search()))
                .toList();
        try {
            List<Candidate> candidates = reaches.stream()
                    .flatMap(reach -> candidates(snapshot, question, reach).stream())
                    .toList();
            List<ExposureAnswer.Found> page = question.page().of(candidates).stream()
                    .map(candidate -> found(snapshot, question, restrictions, candidate))
                    .toList();
            return new ExposureAnswer(
                    new ExposureAnswer.Searched(
                            vendors.stream().map(snapshot::organization).toList(),
                            allRestricted,
                            question.bans(),
                            question.search(),
                            Reach.leftOut(reaches),
                            snapshot.version(),
                            affiliates),
                    candidates.size(),
                    question.page(),
                    page);
        } finally {
            reaches.forEach(Reach::close);
        }
    }

    /** The exposures of one vendor that the question wants, in the order of the answer. */
    private static List<Candidate> candidates(Snapshot snapshot, ExposureQuestion question, Reach reach) {
        List<Candidate> wanted = new ArrayList<>();
        for (int i = 0; i < reach.size(); i++) {
            if (isWanted(snapshot, question, reach, i)) {
                wanted.add(new Candidate(reach, i));
            }
        }
        wanted.sort(Comparator.<Candidate>comparingInt(candidate -> reach.hops(candidate.i))
                .thenComparing(candidate -> reach.carrier(candidate.i)));
        return wanted;
    }

    static boolean isWanted(Snapshot snapshot, ExposureQuestion question, Reach reach, int i) {
        String carrier = reach.carrier(i);
        return reach.hops(i) >= question.minHops()
                && (question.carriers().isEmpty() || question.carriers().contains(carrier))
                && (question.relations().isEmpty() || question.relations().contains(reach.relation(i)))
                && (question.carrierCountries().isEmpty()
                        || question.carrierCountries()
                                .contains(String.valueOf(
                                        snapshot.organization(carrier).country())));
    }

    static ExposureAnswer.Found found(
            Snapshot snapshot, ExposureQuestion question, Restrictions restrictions, Candidate candidate) {
        return new ExposureAnswer.Found(
                snapshot.organization(candidate.reach.vendor()),
                snapshot.organization(candidate.reach.carrier(candidate.i)),
                candidate.reach.exposure(candidate.i),
                restrictions.on(candidate.reach.vendor(), question.bans().minBan()));
    }
}
