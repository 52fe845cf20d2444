package org.tieline.question.included;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;
import org.tieline.question.records.BanSeen;
import org.tieline.question.records.BanView;
import org.tieline.question.records.OrganizationView;
import org.tieline.question.records.SourceView;
import org.tieline.question.records.TieBetween;
import org.tieline.question.records.TieView;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanOnDay;

/** Gathers what the results of one answer refer to. For one thread. */
public final class Including {
    private final Snapshot snapshot;
    private final Inclusion inclusion;
    private final Map<String, BanOnDay> bans = new TreeMap<>();
    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> ties = new TreeSet<>();
    private final TreeSet<String> organizations = new TreeSet<>();

    /** @param snapshot has the records; what is only supposed is none */
    public Including(Snapshot snapshot, Inclusion inclusion) {
        this.snapshot = snapshot;
        this.inclusion = inclusion;
    }

    /** A path with its organizations and the sources of its ties. */
    public void path(List<Hop> path) {
        path.forEach(this::tie);
    }

    /** A tie with its ends and its sources. */
    public void tie(Hop hop) {
        ties.add(hop.tie());
        organizations.add(hop.from());
        organizations.add(hop.to());
        sources.addAll(hop.sources());
    }

    /** Those of the bans that are listed, with the ties that they cover. */
    public void bans(List<BanAgainst> against) {
        against.stream().filter(inclusion::wants).forEach(this::ban);
    }

    /** A ban with the tie that it covers. */
    public void ban(BanAgainst against) {
        ban(against.onDay());
        if (against.coveredTie() != null) {
            ties.add(against.coveredTie());
        }
    }

    /** A ban, in place of the same one as it was known before. */
    public void ban(BanOnDay onDay) {
        bans.put(onDay.ban().id(), onDay);
    }

    /** All that was gathered and is on record, and is to be told. */
    public Included included() {
        bans.values().forEach(onDay -> {
            sources.addAll(onDay.ban().sources());
            organizations.add(onDay.ban().government());
        });
        return new Included(
                bans.values().stream()
                        .map(onDay -> BanView.of(BanSeen.of(onDay), snapshot))
                        .toList(),
                asked(IncludedKind.SOURCES, () -> found(sources, snapshot.sources()::get, SourceView::of)),
                asked(IncludedKind.TIES, this::ties),
                asked(
                        IncludedKind.ORGANIZATIONS,
                        () -> found(organizations, snapshot.organizations()::get, OrganizationView::of)));
    }

    private List<TieView> ties() {
        List<TieView> views = new ArrayList<>();
        for (Tie tie : snapshot.search().graph().ties(ties).values()) {
            views.add(TieView.of(TieBetween.of(tie, snapshot)));
        }
        return views;
    }

    /** Null if it was not asked for. */
    private <T> @Nullable List<T> asked(IncludedKind kind, Supplier<List<T>> views) {
        return inclusion.kinds().contains(kind) ? views.get() : null;
    }

    private static <R, V> List<V> found(Collection<String> ids, Function<String, R> records, Function<R, V> view) {
        return ids.stream().map(records).filter(Objects::nonNull).map(view).toList();
    }
}
