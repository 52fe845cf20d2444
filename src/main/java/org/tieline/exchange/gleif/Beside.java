package org.tieline.exchange.gleif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** The data beside which the imported ones will stand, as far as an entity or a stake may meet them there. */
final class Beside {
    private final ImportTarget.Known known;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Tie> ties = new HashMap<>();
    private final Map<String, List<CertainStake>> stakes = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /**
     * A stake and the days on which it certainly holds.
     *
     * @param from the first of them
     * @param to the first day that is none of them; {@link LocalDate#MAX} if no end is on record
     */
    record CertainStake(String tie, LocalDate from, LocalDate to) {
        /** Empty if it holds for certain on no day. */
        static Optional<CertainStake> of(Tie tie, Stream<Source> cited) {
            LocalDate evidenced = Stream.concat(
                            Stream.ofNullable(tie.verified()),
                            cited.map(Source::published).filter(published -> published != null))
                    .map(PartialDate::lastDay)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            LocalDate from = tie.since() == null ? evidenced : tie.since().lastDay();
            LocalDate to = tie.until() == null ? LocalDate.MAX : tie.until().firstDay();
            return from != null && from.isBefore(to)
                    ? Optional.of(new CertainStake(tie.id(), from, to))
                    : Optional.empty();
        }

        boolean overlaps(CertainStake other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    Beside(ImportTarget.Known known) {
        this.known = known;
        Dataset dataset = known.dataset();
        if (dataset == null) {
            return;
        }
        dataset.sources().forEach(source -> sources.put(source.id(), source));
        dataset.ties().forEach(tie -> ties.put(tie.id(), tie));
        dataset.ties().stream()
                .filter(tie -> tie.type() == TieType.OWNS && tie.evidence() != Evidence.DENIED)
                .forEach(tie -> CertainStake.of(tie, tie.sources().stream().map(sources::get))
                        .ifPresent(
                                stake -> stakes.computeIfAbsent(pair(tie.from(), tie.to()), none -> new ArrayList<>())
                                        .add(stake)));
        dataset.identifiers().stream()
                .filter(identifier -> identifier.until() != null)
                .forEach(identifier -> ended.add(pair(identifier.organization(), identifier.text())));
    }

    private static String pair(String one, String other) {
        return one + " " + other;
    }

    /** The organizations that have an identifier now; several if the data say so. */
    List<Organization> holders(String lei) {
        return known.identified(IdentifierScheme.LEI, lei);
    }

    /** Whether nobody can say which organization an identifier means. */
    boolean isAmbiguous(String lei) {
        return known.meant(lei).isEmpty() && holders(lei).size() > 1;
    }

    /** The organization that an entity is; null if it is a new one. */
    @Nullable
    Organization organization(String lei, String id) {
        return known.meant(lei).or(() -> holders(lei).stream().findFirst()).orElseGet(() -> known.organizations()
                .get(id));
    }

    /** Whether an organization has had the identifier and, it says there, has it no more. */
    boolean hasEnded(Identifier identifier) {
        return ended.contains(pair(identifier.organization(), identifier.text()));
    }

    /** The source itself, or the row that is there for it. */
    Source source(Source source) {
        return sources.getOrDefault(source.id(), source);
    }

    /** The tie with an id; null if there is none. */
    @Nullable
    Tie tie(String id) {
        return ties.get(id);
    }

    /** The stakes of an owner in an organization. */
    List<CertainStake> stakes(String owner, String owned) {
        return stakes.getOrDefault(pair(owner, owned), List.of());
    }
}
