package org.tieline.question.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.ExposureSearches;
import org.tieline.question.exposures.WantedCarriers;
import org.tieline.restriction.Conflict;

/** Answers how many carriers are exposed on a day and in conflict with bans, and how many subscribers they have. */
public final class SummaryInquiry {
    private final Snapshot snapshot;
    private final SummaryQuestion question;
    private final SearchOptions options;
    private final CarriersOnDay there;
    private final Tally all = new Tally();
    private final Map<String, Tally> rows;

    /** Ids of carriers, each once. */
    private static final class Tally {
        final Set<String> onRecord = new HashSet<>();
        final Set<String> possibly = new HashSet<>();
        final Set<String> certainly = new HashSet<>();
        final Set<String> established = new HashSet<>();
        final Set<String> presumed = new HashSet<>();
        int establishedConflicts;
        int presumedConflicts;

        void add(String carrier, Conflict conflict) {
            if (conflict == Conflict.ESTABLISHED) {
                established.add(carrier);
                establishedConflicts++;
            } else {
                presumed.add(carrier);
                presumedConflicts++;
            }
        }

        SummaryAnswer.Row row(@Nullable String key, @Nullable String name, Weights weights) {
            Weights.Whole whole = weights.whole(onRecord);
            return new SummaryAnswer.Row(
                    key,
                    name,
                    whole.weight(),
                    whole.exposed(possibly, certainly),
                    new SummaryAnswer.Findings(
                            new SummaryAnswer.Finding(establishedConflicts, weights.of(established)),
                            new SummaryAnswer.Finding(presumedConflicts, weights.of(presumed))));
        }
    }

    private SummaryInquiry(Snapshot snapshot, SummaryQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        options = question.exposures().search();
        there = new CarriersOnDay(snapshot, options);
        rows = new TreeMap<>(RowKeys.order(question.by()));
    }

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static SummaryAnswer ask(Snapshot snapshot, SummaryQuestion question) {
        return new SummaryInquiry(snapshot, question).answer();
    }

    private SummaryAnswer answer() {
        if (question.by() == SummaryBy.RELATION) {
            Term.words(Relation.class).forEach(this::row);
        }
        ExposureAnswer.Searched searched = search();
        if (question.by() == SummaryBy.VENDOR) {
            searched.vendors().forEach(vendor -> row(vendor.id()));
        }
        addCarriers();
        addCertain();
        Weights weights = new Weights(snapshot, options);
        List<SummaryAnswer.Row> told = new ArrayList<>();
        rows.forEach((key, tally) -> told.add(tally.row(key, RowKeys.name(snapshot, question.by(), key), weights)));
        return new SummaryAnswer(searched, all.row(null, null, weights), List.copyOf(told));
    }

    /**
     * One exposure.
     *
     * @param conflicts those with a ban that the question asks for
     */
    private record Counted(String vendor, String carrier, Relation relation, List<Conflict> conflicts) {}

    /** Counts exposures and what is in conflict with a ban that the question asks for. */
    private ExposureAnswer.Searched search() {
        try (ExposureSearches searches = new ExposureSearches(snapshot, question.exposures())) {
            searches.each(
                    candidates -> counted(candidates, this::conflicts),
                    found -> found.forEach(exposure -> tallies(exposure).forEach(tally -> {
                        tally.possibly.add(exposure.carrier());
                        exposure.conflicts().forEach(conflict -> tally.add(exposure.carrier(), conflict));
                    })));
            return searches.searched();
        }
    }

    private static List<Counted> counted(
            List<ExposureSearches.Candidate> candidates,
            Function<ExposureSearches.Candidate, List<Conflict>> conflicts) {
        return candidates.stream()
                .map(candidate -> new Counted(
                        candidate.vendor(), candidate.carrier(), candidate.relation(), conflicts.apply(candidate)))
                .toList();
    }

    private List<Conflict> conflicts(ExposureSearches.Candidate candidate) {
        if (!candidate.mayConflict()) {
            return List.of();
        }
        return candidate.found().conflicts().stream()
                .filter(against -> question.exposures().bans().accepts(against.onDay()))
                .map(against -> Objects.requireNonNull(against.conflict()))
                .toList();
    }

    private void addCertain() {
        ExposureQuestion certain = question.exposures().searching(options.withCertainty(Certainty.CERTAIN));
        try (ExposureSearches searches = new ExposureSearches(snapshot, certain)) {
            searches.each(
                    candidates -> counted(candidates, none -> List.of()),
                    found -> found.forEach(
                            exposure -> tallies(exposure).forEach(tally -> tally.certainly.add(exposure.carrier()))));
        }
    }

    private void addCarriers() {
        WantedCarriers carriers = new WantedCarriers(snapshot, question.exposures());
        for (int place = 0; place < carriers.size(); place++) {
            Organization carrier = snapshot.organization(carriers.id(place));
            if (carriers.contains(place) && there.exists(carrier)) {
                all.onRecord.add(carrier.id());
                Collection<Tally> among = question.by().isOfHomes() ? homes(carrier) : rows.values();
                among.forEach(tally -> tally.onRecord.add(carrier.id()));
            }
        }
    }

    /** The row of an exposure, and that of all. */
    private List<Tally> tallies(Counted exposure) {
        List<Tally> tallies = new ArrayList<>(List.of(all));
        switch (question.by()) {
            case COUNTRY, BLOC -> tallies.addAll(homes(snapshot.organization(exposure.carrier())));
            case VENDOR -> tallies.add(row(exposure.vendor()));
            case RELATION -> tallies.add(row(exposure.relation().text()));
        }
        return tallies;
    }

    /** The rows of a carrier by its home. */
    private List<Tally> homes(Organization carrier) {
        return there.homes(question.by(), carrier).stream().map(this::row).toList();
    }

    private Tally row(String key) {
        return rows.computeIfAbsent(key, none -> new Tally());
    }
}
