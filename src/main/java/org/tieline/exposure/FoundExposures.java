package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.ContactTie;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.model.OrganizationKind;

/**
 * The carriers that one search found exposed, nearest first, equally near ones in the order of their paths. What the
 * search found is kept as numbers; an exposure is spelled out when it is asked for.
 *
 * <p>It holds the working memory of the search until it is closed, and cannot be asked any more then. One that is not closed
 * costs the next search the time to allocate that memory anew, and nothing else.
 */
public final class FoundExposures implements AutoCloseable {
    private final TieGraph graph;
    private final TieFilter filter;
    private final SearchOptions options;

    private final Consumer<SearchMemory> taker;
    private SearchMemory found;

    /** Null until somebody asks for contacts. */
    private @Nullable ShortestWalks walks;

    /** @param taker takes the scratch when nobody needs it any more */
    FoundExposures(
            TieGraph graph, TieFilter filter, SearchOptions options, SearchMemory found, Consumer<SearchMemory> taker) {
        this.graph = graph;
        this.filter = filter;
        this.options = options;
        this.found = found;
        this.taker = taker;
    }

    /** The number of exposed carriers. */
    public int size() {
        return found.hitCount;
    }

    /** The id of the organization that the search started at. */
    public String vendor() {
        return organizationAt(0);
    }

    /** The id of exposed carrier {@code i}, from 0 up to {@link #size()}, exclusive. */
    public String carrier(int i) {
        return organizationAt(found.hits[i]);
    }

    /** The place of carrier {@code i} in {@link TieGraph#organizations} of the kind {@code CARRIER}. */
    public int place(int i) {
        return SearchMemory.organization(found.keys[found.hits[i]]) - graph.first(OrganizationKind.CARRIER);
    }

    /** The number of ties on the path to carrier {@code i}. */
    public int hops(int i) {
        int hops = 1;
        while (found.hits[i] >= found.levelEnds[hops]) {
            hops++;
        }
        return hops;
    }

    /** How the path to carrier {@code i} reads. */
    public Relation relation(int i) {
        int position = found.hits[i];
        return PathSpelling.ofExposed(state(found.parents[position]), stepTo(position), state(position));
    }

    /** The weakest grade on the path to carrier {@code i}. */
    public Evidence evidence(int i) {
        Evidence weakest = Evidence.CONFIRMED;
        for (int position = found.hits[i]; position > 0; position = found.parents[position]) {
            Evidence grade = graph.ties.evidence(pageOf(position).tieOfRow[found.rows[position]]);
            weakest = grade.compareTo(weakest) < 0 ? grade : weakest;
        }
        return weakest;
    }

    /** The exposure of carrier {@code i} with its path. */
    public Exposure exposure(int i) {
        List<Hop> path = new ArrayList<>();
        for (int position = found.hits[i]; position > 0; position = found.parents[position]) {
            path.add(hop(position));
        }
        Collections.reverse(path);
        return new Exposure(
                vendor(),
                carrier(i),
                relation(i),
                PathSpelling.weakest(path),
                PathSpelling.certainty(path),
                PathSpelling.flags(path),
                List.copyOf(path));
    }

    /**
     * The contact ties that lie on any shortest path to carrier {@code i}, parallel ones too, by id. The first question
     * takes a second look at the graph, as far as this path is long; later ones use what it found.
     */
    public List<ContactTie> contacts(int i) {
        if (walks == null) {
            walks = new ShortestWalks(graph, options, filter, SearchMemory.organization(found.keys[0]));
        }
        PathSpelling spelling = new PathSpelling(graph, filter);
        return walks.contacts(SearchMemory.organization(found.keys[found.hits[i]]), hops(i)).stream()
                .map(contact -> new ContactTie(
                        spelling.hop(contact.from(), contact.row()),
                        contact.owners().stream().map(graph::organizationId).collect(Collectors.toSet())))
                .toList();
    }

    private Hop hop(int position) {
        return new PathSpelling(graph, filter)
                .hop(SearchMemory.organization(found.keys[found.parents[position]]), found.rows[position]);
    }

    /** Counts what this search left out. */
    void countLeftOut(LeftOutCount count) {
        count.add(graph, filter, options, found);
    }

    private WalkState state(int position) {
        return WalkState.of(SearchMemory.state(found.keys[position]));
    }

    private WalkStep stepTo(int position) {
        return pageOf(position).step(found.rows[position]);
    }

    /** The page of the row that led to a position. */
    private RowPage pageOf(int position) {
        return graph.page(SearchMemory.organization(found.keys[found.parents[position]]));
    }

    private String organizationAt(int position) {
        return graph.organizationId(SearchMemory.organization(found.keys[position]));
    }

    /**
     * Closes this and returns the paths to the carriers alone, which hold no working memory: many may be asked side by side.
     * What the search left out cannot be counted any more.
     */
    public FoundExposures paths() {
        SearchMemory paths = found.paths();
        close();
        return new FoundExposures(graph, filter, options, paths, none -> {});
    }

    /** Gives the working memory back. */
    @Override
    @SuppressWarnings("NullAway") // It cannot be asked any more then.
    public void close() {
        if (found != null) {
            taker.accept(found);
            found = null;
        }
    }
}
