package org.tieline.exposure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.CodeColumn;
import org.tieline.exposure.column.IdTable;
import org.tieline.exposure.column.IdWriter;
import org.tieline.exposure.column.LyingBytes;
import org.tieline.exposure.column.Packed;
import org.tieline.exposure.column.RecentIds;
import org.tieline.exposure.column.Splice;
import org.tieline.exposure.column.ValueTables;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
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
    private static final int FORM = 3;

    /** The order in which organizations are numbered, kind by kind; governments last. */
    static final List<OrganizationKind> KINDS = List.of(
            OrganizationKind.VENDOR,
            OrganizationKind.CARRIER,
            OrganizationKind.COMPANY,
            OrganizationKind.ASSOCIATION,
            OrganizationKind.GOVERNMENT);

    /** A graph with fewer ties is copied when some change. */
    private static final int SMALL = 1 << 15;

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

    /** Sources that came later, numbered after those by id; and their numbers. */
    private final List<String> laterSources;

    private final Map<String, Integer> laterSourceOf;

    /** The code of the date of each source. */
    private final CodeColumn published;

    /** What is other than in the pages; null if nothing is. */
    private final @Nullable LaterTies later;

    /**
     * @param organizations by kind, then by id
     * @param kindStart where each of {@link #KINDS} starts
     * @param pageShift organization n is one of page {@code n >>> pageShift}
     * @param sources by id
     * @param laterSources numbered after those
     */
    TieGraph(
            IdTable organizations,
            int[] kindStart,
            CodeColumn lives,
            RowPage[] pages,
            int pageShift,
            TieTable ties,
            IdTable sources,
            List<String> laterSources,
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
        this.laterSources = laterSources;
        laterSourceOf = numbers(laterSources, sources.size());
        this.published = published;
        later = null;
    }

    /** Shares organizations and most sources with another graph, but for their lives and dates. */
    private TieGraph(
            TieGraph other,
            CodeColumn lives,
            BitSet supposedLives,
            RowPage[] pages,
            int pageShift,
            TieTable ties,
            List<String> laterSources,
            CodeColumn published,
            @Nullable LaterTies later) {
        this.later = later;
        this.laterSources = laterSources;
        laterSourceOf =
                laterSources == other.laterSources ? other.laterSourceOf : numbers(laterSources, other.sources.size());
        this.published = published;
        organizations = other.organizations;
        recentOrganizations = other.recentOrganizations;
        kindStart = other.kindStart;
        sources = other.sources;
        recentSources = other.recentSources;
        this.lives = lives;
        this.supposedLives = supposedLives;
        this.pages = pages;
        this.pageShift = pageShift;
        this.ties = ties;
    }

    /** The same organizations and sources with other ties. */
    TieGraph with(RowPage[] otherPages, int otherShift, TieTable otherTies) {
        return new TieGraph(
                this, lives, supposedLives, otherPages, otherShift, otherTies, laterSources, published, null);
    }

    /** The same pages with what is other than in them. */
    TieGraph with(TieTable otherTies, LaterTies other) {
        return new TieGraph(this, lives, supposedLives, pages, pageShift, otherTies, laterSources, published, other);
    }

    /** The graph of the pages alone, with the lives and sources of this one. */
    TieGraph ofPages() {
        return with(pages, pageShift, ties.sortedAlone());
    }

    private static Map<String, Integer> numbers(List<String> ids, int first) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String id : ids) {
            numbers.put(id, first + numbers.size());
        }
        return numbers;
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
        return new TieGraph(
                        this, otherLives, supposed, pages, pageShift, ties.with(values), laterSources, published, later)
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
        if (without.isEmpty() && more.isEmpty()) {
            return this;
        }
        return later == null && tieCount() < SMALL
                ? new TieGraphEdit(this, without, more, supposed).graph()
                : LaterTies.edited(this, without, more, supposed);
    }

    /** Whether so many changes were made of a large graph that it should be {@link #copied} before the next ones must. */
    public boolean isGrown() {
        return later != null && later.isGrown(this);
    }

    /** The same graph, to which changes can be made as if none had been. Takes about a second for ten million ties. */
    public TieGraph copied() {
        return LaterTies.copied(this, List.of());
    }

    /** What is other than in the pages; null if nothing is. */
    @Nullable
    LaterTies later() {
        return later;
    }

    /**
     * What became of the facts of a graph.
     *
     * @param without ids of ties that are gone or other than they were
     * @param more ties that are new or other than they were
     * @param sources dates of sources that are new, gone or other than they were, null for none, by id
     * @param living organizations that may exist at other times than they did
     * @param added organizations that are new; as new counts one of another kind, too
     * @param removed ids of those that are gone; all their ties are
     */
    public record Changes(
            Collection<String> without,
            Collection<Tie> more,
            Map<String, @Nullable PartialDate> sources,
            Collection<Organization> living,
            Collection<Organization> added,
            Collection<String> removed) {}

    /**
     * This graph as it is after a change of the facts, with the same answers as one that is built of them. Sources that a tie
     * names, and that are nowhere else, count as sources without a date.
     *
     * @throws IllegalArgumentException if the changes do not fit the graph
     */
    public TieGraph changed(Changes changes) {
        ValueTables values = new ValueTables(ties.values);
        CodeColumn dates = published;
        List<String> sourcesToo = laterSources;
        Map<String, @Nullable PartialDate> dated = new HashMap<>(changes.sources);
        changes.more.forEach(tie -> tie.sources().forEach(source -> {
            if (findSource(source) < 0) {
                dated.putIfAbsent(source, null);
            }
        }));
        if (!dated.isEmpty()) {
            dates = published.trimmed();
            sourcesToo = new ArrayList<>(laterSources);
            for (var source : dated.entrySet()) {
                int number = findSource(source.getKey());
                int code = values.dates().code(source.getValue());
                if (number >= 0) {
                    dates.set(number, code);
                } else {
                    dates.add(code);
                    sourcesToo.add(source.getKey());
                }
            }
        }
        CodeColumn otherLives = changes.living.isEmpty() ? lives : lives.trimmed();
        List<String> otherwise = new ArrayList<>();
        for (Organization organization : changes.living) {
            int number = find(organization.id()).orElseThrow();
            otherLives.set(number, values.lives().code(KnownDates.Life.of(organization)));
            otherwise.add(organization.id());
        }
        Map<String, Tie> again = tiesOf(otherwise);
        again.keySet().removeAll(changes.without);
        List<String> without = new ArrayList<>(changes.without);
        without.addAll(again.keySet());
        List<Tie> more = new ArrayList<>(changes.more);
        more.addAll(again.values());
        TieGraph graph = new TieGraph(
                this, otherLives, supposedLives, pages, pageShift, ties.with(values), sourcesToo, dates, later);
        if (changes.added.isEmpty() && changes.removed.isEmpty()) {
            return graph.edited(without, more, Set.of());
        }
        return LaterTies.copied(graph, without)
                .renumbered(changes.added, changes.removed)
                .edited(List.of(), more, Set.of());
    }

    /** @param removed organizations without ties */
    private TieGraph renumbered(Collection<Organization> added, Collection<String> removed) {
        PackedWidths.require("organization", organizations.size() + added.size(), MOST_ORGANIZATIONS);
        int[] starts = kindStart.clone();
        BitSet gone = new BitSet();
        for (String id : removed) {
            int number = find(id).orElseThrow();
            gone.set(number);
            for (int kind = 0; kind < KINDS.size(); kind++) {
                starts[kind + 1] -= number < kindStart[kind + 1] ? 1 : 0;
            }
        }
        List<Organization> inOrder = added.stream()
                .sorted(Comparator.<Organization>comparingInt(each -> KINDS.indexOf(each.kind()))
                        .thenComparing(Organization::id))
                .toList();
        IdWriter ids = new IdWriter();
        int[] places = new int[inOrder.size()];
        ValueTables values = new ValueTables(ties.values);
        CodeColumn theirLives = new CodeColumn();
        for (Organization each : inOrder) {
            int its = KINDS.indexOf(each.kind());
            places[ids.size()] = -1 - organizations.search(each.id(), kindStart[its], kindStart[its + 1]);
            ids.add(each.id());
            theirLives.add(values.lives().code(KnownDates.Life.of(each)));
            for (int kind = its; kind < KINDS.size(); kind++) {
                starts[kind + 1]++;
            }
        }
        Splice splice = new Splice(organizations.size(), gone, places);
        int[] numberOf = splice.placesOfFirst();
        int[] counts = counts(numberOf, splice.size());
        int shift = RowPage.shift(counts, RowPage.MOST_ROWS);
        return new TieGraph(
                organizations.spliced(gone, ids.table(), places),
                starts,
                lives.joined(theirLives, splice),
                renumbered(numberOf, counts, shift),
                shift,
                ties.with(values).renumbered(organization -> numberOf[organization]),
                sources,
                laterSources,
                published);
    }

    /** The rows that each organization has under its other number. */
    private int[] counts(int[] numberOf, int count) {
        int[] counts = new int[count];
        for (int organization = 0; organization < numberOf.length; organization++) {
            if (numberOf[organization] >= 0) {
                RowPage page = page(organization);
                counts[numberOf[organization]] = page.to(organization) - page.from(organization);
            }
        }
        return counts;
    }

    /** The rows under other numbers of organizations. */
    private RowPage[] renumbered(int[] numberOf, int[] counts, int shift) {
        RowPage[] others = RowPage.pages(counts, shift, pages[0].far.length > 0 || RowPage.isFar(counts.length));
        for (int organization = 0; organization < numberOf.length; organization++) {
            if (numberOf[organization] >= 0) {
                RowPage from = page(organization);
                RowPage into = others[numberOf[organization] >>> shift];
                int at = into.from(numberOf[organization]);
                for (int row = from.from(organization); row < from.to(organization); row++) {
                    into.copy(at, from, row, from.tieOfRow[row]);
                    into.retarget(at++, numberOf[from.target(row)]);
                }
            }
        }
        return others;
    }

    /** Those ties that are there, by id. */
    public Map<String, Tie> ties(Collection<String> ids) {
        return new TieLookup(this).withIds(ids);
    }

    /** All ties from or to some organizations, by id. One pass over the graph. */
    public Map<String, Tie> tiesOf(Collection<String> organizations) {
        return new TieLookup(this).ofOrganizations(organizations);
    }

    /** Whole ties that cite a source, by id; one pass over all. */
    public Map<String, Tie> tiesCiting(String source) {
        return new TieLookup(this).citing(source);
    }

    /** The ids of all ties from one organization to another. */
    public Set<String> tieIds(String from, String to) {
        return new TieLookup(this).idsBetween(from, to);
    }

    /** Whether there is a tie with this id. */
    public boolean hasTie(String id) {
        return ties.find(id) >= 0;
    }

    /** Ids of ties around the place at which one with this id stands or would stand; at most so many. */
    public List<String> tieIdsAround(String id, int most) {
        return new TieLookup(this).idsAround(id, most);
    }

    /** Tells what one question makes of single ties by id, whatever a search would reach; empty for an id that none has. */
    public Function<String, Optional<TieOnDay>> onDay(SearchOptions options) {
        TieFilter filter = new TieFilter(this, options);
        return id -> {
            int number = ties.find(id);
            return number < 0 ? Optional.empty() : Optional.of(filter.onDay(number));
        };
    }

    /**
     * Writes this graph, in which nothing is other than in its pages and nothing supposed, but for what {@link #writeTexts} writes.
     *
     * @throws IllegalStateException if something is; see {@link #copied}
     */
    public void write(DataOutputStream out) throws IOException {
        if (later != null || !supposedLives.isEmpty() || ties.isAnySupposed()) {
            throw new IllegalStateException("what somebody supposes is not kept, nor what came later");
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
        out.writeInt(laterSources.size());
        for (String source : laterSources) {
            out.writeUTF(source);
        }
    }

    /** Writes the sentences that ties have, which most questions need none of. */
    public void writeTexts(DataOutputStream out) throws IOException {
        ties.summaries().writePages(out);
    }

    /** How many bytes {@link #writeTexts} writes. */
    public long textsLength() {
        return ties.summaries().pagesLength();
    }

    /**
     * Has the sentences of ties lie elsewhere from now on, which takes no memory of Java.
     *
     * @param written what {@link #writeTexts} wrote; it must stay as it is
     */
    public void textsLieIn(LyingBytes written) {
        ties.summaries().lieIn(written);
    }

    /** Whether the sentences of ties are as they were written; where they lie in a file, all of it is read. */
    public boolean areTextsSound() {
        return ties.summaries().isSound();
    }

    /**
     * Reads what {@link #write} of a program with the same {@link #form} wrote.
     *
     * @param texts what {@link #writeTexts} wrote; it is read when something of it is asked for, and must stay as it is
     * @throws IndexOutOfBoundsException if there is less of it
     */
    public static TieGraph read(DataInputStream in, LyingBytes texts) throws IOException {
        IdTable organizations = IdTable.read(in);
        int[] kindStart = Packed.ints(in);
        CodeColumn lives = CodeColumn.read(in);
        int pageShift = in.readInt();
        RowPage[] pages = new RowPage[in.readInt()];
        for (int page = 0; page < pages.length; page++) {
            pages[page] = RowPage.read(in);
        }
        TieTable ties = TieTable.read(in, texts);
        IdTable sources = IdTable.read(in);
        CodeColumn published = CodeColumn.read(in);
        List<String> later = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            later.add(in.readUTF());
        }
        return new TieGraph(organizations, kindStart, lives, pages, pageShift, ties, sources, later, published);
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
        return ties.count();
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

    /** The place of an organization in {@link #organizations} of a kind; empty if none of the kind has this id. */
    public OptionalInt place(String id, OrganizationKind kind) {
        int found = organizations.search(id, first(kind), end(kind));
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found - first(kind));
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
        RowPage other = later == null ? null : later.page(organization);
        return other != null ? other : pages[organization >>> pageShift];
    }

    /** All pages, without what is other than in them. */
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
            arrivals = later == null ? new WalksToTarget.IncomingRows(this) : later.arrivals();
        }
        return arrivals;
    }

    /** The number of the source with this id; negative if there is none. */
    int findSource(String id) {
        int found = sources.search(id, 0, sources.size());
        return found >= 0 ? found : laterSourceOf.getOrDefault(id, -1);
    }

    String sourceId(int source) {
        return source < sources.size() ? recentSources.id(source) : laterSources.get(source - sources.size());
    }

    /** The code of the date of a source, see {@link TieTable#values}; 0 if it has none. */
    int published(int source) {
        return published.get(source);
    }
}
