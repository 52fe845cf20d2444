package org.tieline.exposure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.CodeColumn;
import org.tieline.exposure.column.IdTable;
import org.tieline.exposure.column.Packed;
import org.tieline.exposure.column.RecentIds;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Organizations and ties of one moment, immutable and compact, made for walking: arrays of numbers, without an object for an
 * organization or a tie. {@link RowPage} says what a way to walk a tie looks like, {@link TieTable} what is known of each tie.
 */
public final class TieGraph {
    /** As many as a search has room for beside the state in which it finds them. */
    static final int MOST_ORGANIZATIONS = 1 << 29;

    /** As many vendors and carriers together as a sweep has room for beside a relation. */
    static final int MOST_CARRIERS = 1 << 28;

    /** Another number whenever what is written becomes another, or its numbers come to mean something else. */
    private static final int FORM = 1;

    /** The order in which organizations are numbered, kind by kind; governments last. */
    static final List<OrganizationKind> KINDS = List.of(
            OrganizationKind.VENDOR,
            OrganizationKind.CARRIER,
            OrganizationKind.COMPANY,
            OrganizationKind.ASSOCIATION,
            OrganizationKind.GOVERNMENT);

    static {
        PackedWidths.requireForAll();
    }

    private final IdTable organizations;
    private final RecentIds recentOrganizations;

    /** Organizations of {@code KINDS.get(k)}: {@code kindStart[k]} up to, not including, {@code kindStart[k + 1]}, by id. */
    private final int[] kindStart;

    /** Organization n is one of page {@code n >>> pageShift}. */
    private final RowPage[] pages;

    private final int pageShift;

    final TieTable ties;

    /** The life of each organization, as a code. */
    private final CodeColumn lives;

    /** Organizations whose life somebody supposes, so that it is known from the beginning. */
    final BitSet supposedLives;

    /** Made when it is first needed; most graphs are never walked backwards. */
    private WalksToTarget.@Nullable IncomingRows arrivals;

    /** By id. */
    private final IdTable sources;

    private final RecentIds recentSources;

    /** The code of the date of each source. */
    private final CodeColumn published;

    /**
     * @param organizations by kind, then by id
     * @param kindStart where each of {@link #KINDS} starts
     * @param pageShift organization n is one of page {@code n >>> pageShift}
     * @param sources by id
     */
    TieGraph(
            IdTable organizations,
            int[] kindStart,
            CodeColumn lives,
            RowPage[] pages,
            int pageShift,
            TieTable ties,
            IdTable sources,
            CodeColumn published) {
        this.organizations = organizations;
        recentOrganizations = new RecentIds(organizations);
        this.kindStart = kindStart;
        this.lives = lives;
        supposedLives = new BitSet();
        this.pages = pages;
        this.pageShift = pageShift;
        this.ties = ties;
        this.sources = sources;
        recentSources = new RecentIds(sources);
        this.published = published;
    }

    /** Shares organizations and sources with another graph, but for their lives. */
    private TieGraph(
            TieGraph other, CodeColumn lives, BitSet supposedLives, RowPage[] pages, int pageShift, TieTable ties) {
        organizations = other.organizations;
        recentOrganizations = other.recentOrganizations;
        kindStart = other.kindStart;
        sources = other.sources;
        recentSources = other.recentSources;
        published = other.published;
        this.lives = lives;
        this.supposedLives = supposedLives;
        this.pages = pages;
        this.pageShift = pageShift;
        this.ties = ties;
    }

    /** The same organizations and sources with other ties. */
    TieGraph with(RowPage[] otherPages, int otherShift, TieTable otherTies) {
        return new TieGraph(this, lives, supposedLives, otherPages, otherShift, otherTies);
    }

    /**
     * This graph where some organizations exist at other times, which are known from the beginning; their ties hold as far
     * as those let them.
     *
     * @throws IllegalArgumentException if one of them is not there
     */
    public TieGraph living(Collection<Organization> others) {
        if (others.isEmpty()) {
            return this;
        }
        ValueTables values = new ValueTables(ties.values);
        CodeColumn otherLives = lives.trimmed();
        BitSet supposed = (BitSet) supposedLives.clone();
        for (Organization organization : others) {
            int number = find(organization.id())
                    .orElseThrow(() ->
                            new IllegalArgumentException("there is no organization with the id " + organization.id()));
            otherLives.set(number, values.lives().code(KnownDates.Life.of(organization)));
            supposed.set(number);
        }
        Map<String, Tie> theirs = tiesOf(others.stream().map(Organization::id).toList());
        return new TieGraph(this, otherLives, supposed, pages, pageShift, ties.with(values))
                .edited(theirs.keySet(), theirs.values(), Set.of());
    }

    /**
     * This graph without some ties and with others; what is the same is copied as it stands. A tie that changes is left out
     * and added under the same id.
     *
     * @param without ids of ties to leave out
     * @param more the ties to add
     * @param supposed ids of those of {@code more} that nobody published: their dates are known from the beginning, and
     *     sources that this graph does not have are no error; one that is left without a source always counts
     * @throws IllegalArgumentException if a tie to leave out is not there, one to add is there already or is there twice,
     *     or it names an organization or a source that is not there
     */
    public TieGraph edited(Collection<String> without, Collection<Tie> more, Set<String> supposed) {
        return without.isEmpty() && more.isEmpty() ? this : new TieGraphEdit(this, without, more, supposed).graph();
    }

    /** Those ties that are there, by id; without their summaries, which are not kept. One pass over the graph. */
    public Map<String, Tie> ties(Collection<String> ids) {
        return new TieLookup(this).withIds(ids);
    }

    /** All ties from or to some organizations, by id; without their summaries. One pass over the graph. */
    public Map<String, Tie> tiesOf(Collection<String> organizations) {
        return new TieLookup(this).ofOrganizations(organizations);
    }

    /** Whole ties that cite a source, by id; one pass over all. */
    public Map<String, Tie> tiesCiting(String source) {
        return new TieLookup(this).citing(source);
    }

    /** Whether there is a tie with this id. */
    public boolean hasTie(String id) {
        return ties.find(id) >= 0;
    }

    /** Ids of ties around the place at which one with this id stands or would stand; at most so many. */
    public List<String> tieIdsAround(String id, int most) {
        int place = ties.search(id);
        int middle = place < 0 ? -1 - place : place;
        int from = Math.clamp(middle - most / 2L, 0, Math.max(0, ties.size() - most));
        return IntStream.range(from, Math.min(ties.size(), from + most))
                .mapToObj(ties::id)
                .toList();
    }

    /**
     * Writes this graph, from which nothing may be supposed.
     *
     * @throws IllegalStateException if something is
     */
    public void write(DataOutputStream out) throws IOException {
        if (!supposedLives.isEmpty() || ties.isAnySupposed()) {
            throw new IllegalStateException("what somebody supposes is not kept");
        }
        organizations.write(out);
        Packed.write(out, kindStart, kindStart.length);
        lives.write(out);
        out.writeInt(pageShift);
        out.writeInt(pages.length);
        for (RowPage page : pages) {
            page.write(out);
        }
        ties.write(out);
        sources.write(out);
        published.write(out);
    }

    /** Reads what {@link #write} of a program with the same {@link #form} wrote. */
    public static TieGraph read(DataInputStream in) throws IOException {
        IdTable organizations = IdTable.read(in);
        int[] kindStart = Packed.ints(in);
        CodeColumn lives = CodeColumn.read(in);
        int pageShift = in.readInt();
        RowPage[] pages = new RowPage[in.readInt()];
        for (int page = 0; page < pages.length; page++) {
            pages[page] = RowPage.read(in);
        }
        TieTable ties = TieTable.read(in);
        return new TieGraph(
                organizations, kindStart, lives, pages, pageShift, ties, IdTable.read(in), CodeColumn.read(in));
    }

    /** What the numbers of a written graph mean, in words: two programs that say the same can read what the other wrote. */
    public static String form() {
        return Stream.of(
                        KINDS,
                        List.of(WalkStep.values()),
                        List.of(TieType.values()),
                        List.of(Evidence.values()),
                        List.of(Generation.values()),
                        List.of(Segment.values()))
                .map(List::toString)
                .collect(Collectors.joining(" ", FORM + " ", ""));
    }

    /** A builder without facts. */
    public static TieGraphBuilder builder() {
        return new TieGraphBuilder();
    }

    /** The number of organizations. */
    public int organizationCount() {
        return organizations.size();
    }

    /** The number of ties, denied ones included. */
    public int tieCount() {
        return ties.size();
    }

    /** The ids of the organizations of one kind, in code-point order. */
    public Collection<String> organizations(OrganizationKind kind) {
        int first = first(kind);
        int count = end(kind) - first;
        return new AbstractList<>() {
            @Override
            public String get(int place) {
                return organizationId(first + place);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** What everything takes together, in bytes for each tie. */
    public double bytesPerTie() {
        long rows = Arrays.stream(pages).mapToLong(RowPage::bytes).sum();
        long all = rows + ties.bytes() + organizations.bytes() + lives.bytes() + sources.bytes() + published.bytes();
        return all / (double) Math.max(1, tieCount());
    }

    /** The number of the organization with this id. */
    Optional<Integer> find(String id) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            int found = organizations.search(id, kindStart[kind], kindStart[kind + 1]);
            if (found >= 0) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    String organizationId(int organization) {
        return recentOrganizations.id(organization);
    }

    /** The first number of a kind. */
    int first(OrganizationKind kind) {
        return kindStart[KINDS.indexOf(kind)];
    }

    /** The first number that no longer is of a kind. */
    int end(OrganizationKind kind) {
        return kindStart[KINDS.indexOf(kind) + 1];
    }

    boolean isGovernment(int organization) {
        return organization >= first(OrganizationKind.GOVERNMENT);
    }

    /** The rows of an organization and of its neighbours. */
    RowPage page(int organization) {
        return pages[organization >>> pageShift];
    }

    List<RowPage> pages() {
        return List.of(pages);
    }

    /** See {@link KnownDates.Life}. */
    long life(int organization) {
        return ties.values.lives().value(lives.get(organization));
    }

    /** The code of the life of an organization, see {@link TieTable#values}. */
    int lifeCode(int organization) {
        return lives.get(organization);
    }

    synchronized WalksToTarget.IncomingRows arrivals() {
        if (arrivals == null) {
            arrivals = new WalksToTarget.IncomingRows(this);
        }
        return arrivals;
    }

    /** The number of the source with this id; negative if there is none. */
    int findSource(String id) {
        return sources.search(id, 0, sources.size());
    }

    String sourceId(int source) {
        return recentSources.id(source);
    }

    /** The code of the date of a source, see {@link TieTable#values}; 0 if it has none. */
    int published(int source) {
        return published.get(source);
    }
}
