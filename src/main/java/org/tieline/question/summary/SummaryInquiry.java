package org.tieline.question.summary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.ExposureSearches;
import org.tieline.question.exposures.WantedCarriers;
import org.tieline.restriction.Conflict;

/**
 * Answers how many carriers are exposed on a day and in conflict with bans, and how many subscribers they have. Whatever is done
 * once for each exposure or carrier is done in parts, on all {@link Cores}; put together are sets of places.
 */
public final class SummaryInquiry {
    /** Carriers that one core looks up one after the other, while others look up the next. */
    private static final int TOGETHER = 4_096;

    private final Snapshot snapshot;
    private final SummaryQuestion question;
    private final SearchOptions options;
    private final WantedCarriers carriers;
    private final Tally all = new Tally();
    private final Map<String, Tally> rows;
    private final List<Conflicting> conflicts = new ArrayList<>();

    /** Carriers by place. */
    private static final class Tally {
        final BitSet onRecord = new BitSet();
        final BitSet possibly = new BitSet();
        final BitSet certainly = new BitSet();
        final BitSet established = new BitSet();
        final BitSet presumed = new BitSet();
        int establishedConflicts;
        int presumedConflicts;

        void add(int carrier, Conflict conflict) {
            if (conflict == Conflict.ESTABLISHED) {
                established.set(carrier);
                establishedConflicts++;
            } else {
                presumed.set(carrier);
                presumedConflicts++;
            }
        }

        /** What there is of some carriers; conflicts are left out. */
        Tally in(BitSet some) {
            Tally in = new Tally();
            in.onRecord.or(some);
            in.possibly.or(possibly);
            in.possibly.and(some);
            in.certainly.or(certainly);
            in.certainly.and(some);
            return in;
        }

        SummaryAnswer.Row row(@Nullable String key, @Nullable String name, Weights weights, Weights.Whole whole) {
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
        carriers = new WantedCarriers(snapshot, question.exposures());
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
        addCertain();
        addCarriers();
        Weights weights = new Weights(snapshot, options, carriers);
        Weights.Whole whole = weights.whole(all.onRecord);
        List<SummaryAnswer.Row> told = new ArrayList<>();
        Cores.inOrder(
                rows.entrySet(),
                row -> row.getValue()
                        .row(
                                row.getKey(),
                                RowKeys.name(snapshot, question.by(), row.getKey()),
                                weights,
                                question.by().isOfHomes() ? weights.whole(row.getValue().onRecord) : whole),
                told::add);
        return new SummaryAnswer(searched, all.row(null, null, weights, whole), List.copyOf(told));
    }

    /**
     * What one search found, or a part of the carriers.
     *
     * @param carriers by key of a row their places; rows of homes are made last, and there all are under one key
     */
    private record Found(Map<String, BitSet> carriers, List<Conflicting> conflicts) {
        private Found() {
            this(new HashMap<>(), new ArrayList<>());
        }

        void add(@Nullable String key, int carrier) {
            carriers.computeIfAbsent(key, none -> new BitSet()).set(carrier);
        }
    }

    /** A conflict with a ban that the question asks for. */
    private record Conflicting(@Nullable String key, int carrier, Conflict conflict) {}

    /** Counts exposures and what is in conflict with a ban that the question asks for. */
    private ExposureAnswer.Searched search() {
        try (ExposureSearches searches = new ExposureSearches(snapshot, question.exposures())) {
            searches.each(candidates -> found(candidates, this::conflicts), found -> {
                found.carriers().forEach((key, exposed) -> tallies(key).forEach(tally -> tally.possibly.or(exposed)));
                found.conflicts().forEach(conflict -> tallies(conflict.key())
                        .forEach(tally -> tally.add(conflict.carrier(), conflict.conflict())));
                conflicts.addAll(found.conflicts());
            });
            return searches.searched();
        }
    }

    private Found found(
            List<ExposureSearches.Candidate> candidates,
            Function<ExposureSearches.Candidate, List<Conflict>> conflicts) {
        Found found = new Found();
        for (ExposureSearches.Candidate candidate : candidates) {
            String key =
                    switch (question.by()) {
                        case COUNTRY, BLOC -> null;
                        case VENDOR -> candidate.vendor();
                        case RELATION -> candidate.relation().text();
                    };
            int carrier = candidate.place();
            found.add(key, carrier);
            conflicts.apply(candidate).forEach(conflict -> found.conflicts()
                    .add(new Conflicting(key, carrier, conflict)));
        }
        return found;
    }

    private List<Conflict> conflicts(ExposureSearches.Candidate candidate) {
        return candidate.conflicts(candidate::contacts).stream()
                .filter(against -> question.exposures().bans().accepts(against.onDay()))
                .map(against -> Objects.requireNonNull(against.conflict()))
                .toList();
    }

    private void addCertain() {
        if (options.certainty() == Certainty.CERTAIN) {
            all.certainly.or(all.possibly);
            rows.values().forEach(row -> row.certainly.or(row.possibly));
            return;
        }
        ExposureQuestion certain = question.exposures().withSearch(options.withCertainty(Certainty.CERTAIN));
        try (ExposureSearches searches = new ExposureSearches(snapshot, certain)) {
            searches.each(candidates -> found(candidates, none -> List.of()), found -> found.carriers()
                    .forEach((key, exposed) -> tallies(key).forEach(tally -> tally.certainly.or(exposed))));
        }
    }

    /** Counts who is on record, and tells what was found by home. */
    private void addCarriers() {
        Map<String, BitSet> homes = new HashMap<>();
        Cores.inOrder(
                IntStream.iterate(0, first -> first < carriers.size(), first -> first + TOGETHER)
                        .boxed()
                        .toList(),
                this::onRecord,
                part -> part.forEach((home, there) ->
                        homes.computeIfAbsent(home, none -> new BitSet()).or(there)));
        homes.values().forEach(all.onRecord::or);
        if (question.by().isOfHomes()) {
            homes.forEach((home, there) -> rows.put(home, all.in(there)));
            conflicts.forEach(conflict -> homes.forEach((home, there) -> {
                if (there.get(conflict.carrier())) {
                    Objects.requireNonNull(rows.get(home)).add(conflict.carrier(), conflict.conflict());
                }
            }));
        }
    }

    /** Those of some carriers that exist, by home; all under one key where the rows are others. */
    private Map<String, BitSet> onRecord(int first) {
        Found found = new Found();
        CarriersOnDay there = new CarriersOnDay(snapshot, options);
        for (int place = first; place < Math.min(first + TOGETHER, carriers.size()); place++) {
            if (carriers.contains(place)) {
                Organization carrier = snapshot.organization(carriers.id(place));
                if (there.exists(carrier)) {
                    List<String> homes = question.by().isOfHomes()
                            ? there.homes(question.by(), carrier)
                            : Collections.singletonList(null);
                    for (String home : homes) {
                        found.add(home, place);
                    }
                }
            }
        }
        return found.carriers();
    }

    /** All together, and the row of a key where rows are not of homes. */
    private List<Tally> tallies(@Nullable String key) {
        return key == null ? List.of(all) : List.of(all, row(key));
    }

    private Tally row(String key) {
        return rows.computeIfAbsent(key, none -> new Tally());
    }
}
