package org.tieline.question.age;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Ban;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.ExposureSearches;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.included.Inclusion;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanAgainst;

/** Counts the exposures that stand on each tie and ban, and tells how old these are. For one question. */
final class AgeInquiry {
    private static final Comparator<AgedFact> ORDER = Comparator.comparingLong(AgedFact::weight)
            .thenComparingInt(AgedFact::answers)
            .reversed()
            .thenComparing(AgedFact::kind)
            .thenComparing(AgedFact::id);

    /** The bans that an answer lists where nothing else is said. */
    private static final Inclusion USUAL = IncludeParameters.inclusion(Values.usual(IncludeParameters.ALL));

    private final Snapshot snapshot;
    private final LocalDate asOf;
    private final Map<String, Weighed> ties = new HashMap<>();
    private final Map<String, Weighed> bans = new HashMap<>();
    private int answers;

    /**
     * What was found.
     *
     * @param vendors the organizations that were started at
     * @param answers how many exposures there are
     * @param facts all ties and bans on which at least one stands, most weight first
     */
    record Aged(List<Organization> vendors, int answers, List<AgedFact> facts) {}

    /** A fact and the exposures that stand on it. */
    private static final class Weighed {
        private final AgedFact.Kind kind;
        private final String id;
        private final List<String> about;
        private final @Nullable PartialDate lastEvidenced;
        private final List<String> sources;
        private int answers;

        Weighed(
                AgedFact.Kind kind,
                String id,
                List<String> about,
                @Nullable PartialDate lastEvidenced,
                List<String> sources) {
            this.kind = kind;
            this.id = id;
            this.about = about;
            this.lastEvidenced = lastEvidenced;
            this.sources = sources;
        }

        /** Null if nothing dates it. */
        @Nullable
        Long days(LocalDate asOf) {
            return lastEvidenced == null
                    ? null
                    : Long.valueOf(Math.max(0, ChronoUnit.DAYS.between(lastEvidenced.lastDay(), asOf)));
        }

        /** @param undated the days of what nothing dates */
        AgedFact aged(LocalDate asOf, long undated) {
            Long days = days(asOf);
            return new AgedFact(
                    kind,
                    id,
                    about,
                    lastEvidenced,
                    days,
                    answers,
                    answers * Objects.requireNonNullElse(days, undated),
                    sources,
                    AgedFact.Addresses.of(kind, id, sources));
        }
    }

    private AgeInquiry(Snapshot snapshot, LocalDate asOf) {
        this.snapshot = snapshot;
        this.asOf = asOf;
    }

    /**
     * Asks one snapshot.
     *
     * @param question which exposures count
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    static Aged ask(Snapshot snapshot, ExposureQuestion question) {
        AgeInquiry inquiry = new AgeInquiry(snapshot, question.search().asOf());
        try (ExposureSearches searching = new ExposureSearches(snapshot, question)) {
            while (searching.hasNext()) {
                inquiry.count(searching.next().found());
            }
            return new Aged(searching.searched().vendors(), inquiry.answers, inquiry.facts());
        }
    }

    /** No path walks a tie twice. */
    private void count(ExposureAnswer.Found found) {
        answers++;
        for (Hop hop : found.exposure().path()) {
            ties.computeIfAbsent(hop.tie(), id -> weighed(hop)).answers++;
        }
        for (BanAgainst against : found.bans()) {
            if (USUAL.wants(against)) {
                Ban ban = against.onDay().ban();
                bans.computeIfAbsent(ban.id(), id -> weighed(ban)).answers++;
            }
        }
    }

    private static Weighed weighed(Hop hop) {
        List<String> ends =
                hop.direction() == Direction.FORWARD ? List.of(hop.from(), hop.to()) : List.of(hop.to(), hop.from());
        return new Weighed(AgedFact.Kind.TIE, hop.tie(), ends, hop.lastEvidenced(), hop.sources());
    }

    private Weighed weighed(Ban ban) {
        List<String> about = Stream.concat(Stream.of(ban.government()), ban.targets().stream())
                .toList();
        return new Weighed(AgedFact.Kind.BAN, ban.id(), about, newest(ban.sources()), ban.sources());
    }

    /** Null if none is dated. */
    private @Nullable PartialDate newest(List<String> sources) {
        return sources.stream()
                .map(snapshot.sources()::get)
                .filter(Objects::nonNull)
                .map(Source::published)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(PartialDate::lastDay))
                .orElse(null);
    }

    private List<AgedFact> facts() {
        List<Weighed> all =
                Stream.concat(ties.values().stream(), bans.values().stream()).toList();
        long oldest = all.stream()
                .map(fact -> fact.days(asOf))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(0L);
        return all.stream().map(fact -> fact.aged(asOf, oldest)).sorted(ORDER).toList();
    }
}
