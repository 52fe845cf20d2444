package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;

/**
 * Organizations and ties of one moment, immutable and compact, made for walking.
 *
 * <p>Every way to walk a tie is one row, a {@code long} that decides the usual question without another look: from the
 * highest bit, 4 bits {@link WalkStep}, 28 bits target organization, 16 bits {@code possibleFrom}, 16 bits
 * {@code possibleTo} (days of {@link org.tieline.model.Day}), cut to when both its organizations possibly exist. The rows of
 * a denied tie hold on no day.
 */
public final class TieGraph {
    static final int MOST_ORGANIZATIONS = 1 << 28;

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

    private final String[] organizationIds;
    private final Map<String, Integer> organizationOf;

    /** Organizations of {@code KINDS.get(k)}: {@code kindStart[k]} up to, not including, {@code kindStart[k + 1]}. */
    private final int[] kindStart;

    /** Rows of organization n: {@code rows[offsets[n]]} up to, not including, {@code rows[offsets[n + 1]]}, by tie. */
    final int[] offsets;

    final long[] rows;

    /** The tie of each row. */
    final int[] tieOfRow;

    final TieTable ties;

    /** The life of each organization, see {@link KnownDates.Life}. */
    final long[] lives;

    /** Organizations whose life somebody supposes, so that it is known from the beginning. */
    final BitSet supposedLives;

    /** Made when it is first needed; most graphs are never walked backwards. */
    private WalksToTarget.@Nullable IncomingRows arrivals;

    private final String[] sourceIds;

    /** Null where a source has no date. */
    private final @Nullable PartialDate[] published;

    TieGraph(
            String[] organizationIds,
            long[] lives,
            int[] kindStart,
            int[] offsets,
            long[] rows,
            int[] tieOfRow,
            TieTable ties,
            String[] sourceIds,
            @Nullable PartialDate[] published) {
        this.organizationIds = organizationIds;
        this.lives = lives;
        supposedLives = new BitSet();
        this.kindStart = kindStart;
        this.offsets = offsets;
        this.rows = rows;
        this.tieOfRow = tieOfRow;
        this.ties = ties;
        this.sourceIds = sourceIds;
        this.published = published;
        organizationOf = HashMap.newHashMap(organizationIds.length);
        for (int organization = 0; organization < organizationIds.length; organization++) {
            organizationOf.put(organizationIds[organization], organization);
        }
    }

    /** Shares organizations and sources with another graph, but for their lives. */
    private TieGraph(
            TieGraph other,
            long[] lives,
            BitSet supposedLives,
            int[] offsets,
            long[] rows,
            int[] tieOfRow,
            TieTable ties) {
        organizationIds = other.organizationIds;
        this.lives = lives;
        this.supposedLives = supposedLives;
        organizationOf = other.organizationOf;
        kindStart = other.kindStart;
        sourceIds = other.sourceIds;
        published = other.published;
        this.offsets = offsets;
        this.rows = rows;
        this.tieOfRow = tieOfRow;
        this.ties = ties;
    }

    /** The same organizations and ties with other lives and sources, which fit what the ties have of both. */
    private TieGraph(TieGraph other, long[] lives, String[] sourceIds, @Nullable PartialDate[] published) {
        organizationIds = other.organizationIds;
        organizationOf = other.organizationOf;
        kindStart = other.kindStart;
        supposedLives = other.supposedLives;
        offsets = other.offsets;
        rows = other.rows;
        tieOfRow = other.tieOfRow;
        ties = other.ties;
        this.lives = lives;
        this.sourceIds = sourceIds;
        this.published = published;
    }

    /** The same organizations and sources with other ties. */
    TieGraph with(int[] offsets, long[] rows, int[] tieOfRow, TieTable ties) {
        return new TieGraph(this, lives, supposedLives, offsets, rows, tieOfRow, ties);
    }

    /**
     * This graph where some organizations exist at other times, which are known from the beginning; their ties hold as far
     * as those let them.
     *
     * @throws IllegalArgumentException if one of them is not there
     */
    public TieGraph living(Collection<Organization> organizations) {
        if (organizations.isEmpty()) {
            return this;
        }
        long[] otherLives = lives.clone();
        BitSet supposed = (BitSet) supposedLives.clone();
        for (Organization organization : organizations) {
            int number = find(organization.id())
                    .orElseThrow(() ->
                            new IllegalArgumentException("there is no organization with the id " + organization.id()));
            otherLives[number] = KnownDates.Life.of(organization);
            supposed.set(number);
        }
        Map<String, Tie> theirs =
                tiesOf(organizations.stream().map(Organization::id).toList());
        return new TieGraph(this, otherLives, supposed, offsets, rows, tieOfRow, ties)
                .edited(theirs.keySet(), theirs.values(), Set.of());
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
     * This graph as it is after a change of the facts, equal to one that is built of them. Sources that a tie names, and that
     * are nowhere else, count as sources without a date.
     *
     * @throws IllegalArgumentException if the changes do not fit the graph
     */
    public TieGraph changed(Changes changes) {
        Map<String, @Nullable PartialDate> dates = new HashMap<>(changes.sources);
        List<String> cited =
                changes.more.stream().flatMap(tie -> tie.sources().stream()).toList();
        Set<String> unknown = new HashSet<>(cited);
        BitSet dated = new BitSet();
        for (int source = 0; source < sourceIds.length; source++) {
            unknown.remove(sourceIds[source]);
            if (changes.sources.containsKey(sourceIds[source])) {
                PartialDate date = dates.remove(sourceIds[source]);
                dated.set(source, !Objects.equals(date, published[source]));
            }
        }
        unknown.forEach(source -> dates.putIfAbsent(source, null));
        long[] otherLives = lives.clone();
        List<String> otherwise = new ArrayList<>();
        for (Organization organization : changes.living) {
            int number = find(organization.id()).orElseThrow();
            otherLives[number] = KnownDates.Life.of(organization);
            if (otherLives[number] != lives[number]) {
                otherwise.add(organization.id());
            }
        }
        Map<String, Tie> again = new TieLookup(this).citing(dated);
        again.putAll(tiesOf(otherwise));
        again.keySet().removeAll(changes.without);
        List<String> without = new ArrayList<>(changes.without);
        without.addAll(again.keySet());
        List<Tie> more = new ArrayList<>(changes.more);
        more.addAll(again.values());
        TieGraph graph = new TieGraph(this, otherLives, sourceIds(dates.keySet()), published(changes.sources, dates));
        if (changes.added.isEmpty() && changes.removed.isEmpty()) {
            return graph.edited(without, more, Set.of());
        }
        return graph.edited(without, List.of(), Set.of())
                .renumbered(changes.added, changes.removed)
                .edited(List.of(), more, Set.of());
    }

    private String[] sourceIds(Set<String> more) {
        if (more.isEmpty()) {
            return sourceIds;
        }
        String[] all = Arrays.copyOf(sourceIds, sourceIds.length + more.size());
        int next = sourceIds.length;
        for (String id : more) {
            all[next++] = id;
        }
        return all;
    }

    /** @param more those that were not there, in the order of {@link #sourceIds(Set)} */
    private @Nullable PartialDate[] published(
            Map<String, @Nullable PartialDate> other, Map<String, @Nullable PartialDate> more) {
        if (other.isEmpty() && more.isEmpty()) {
            return published;
        }
        @Nullable PartialDate[] all = Arrays.copyOf(published, published.length + more.size());
        for (int source = 0; source < published.length; source++) {
            if (other.containsKey(sourceIds[source])) {
                all[source] = other.get(sourceIds[source]);
            }
        }
        int next = published.length;
        for (PartialDate date : more.values()) {
            all[next++] = date;
        }
        return all;
    }

    /** @param removed organizations without ties */
    private TieGraph renumbered(Collection<Organization> added, Collection<String> removed) {
        int count = organizationIds.length + added.size() - removed.size();
        PackedWidths.require("organization", count, MOST_ORGANIZATIONS);
        String[] ids = new String[count];
        long[] otherLives = new long[count];
        int[] starts = new int[KINDS.size() + 1];
        int[] numberOf = new int[organizationIds.length];
        Set<String> gone = new HashSet<>(removed);
        int next = 0;
        for (int kind = 0; kind < KINDS.size(); kind++) {
            starts[kind] = next;
            OrganizationKind its = KINDS.get(kind);
            TreeMap<String, Organization> here = new TreeMap<>();
            added.stream().filter(each -> each.kind() == its).forEach(each -> here.put(each.id(), each));
            for (int old = kindStart[kind]; old < kindStart[kind + 1]; old++) {
                while (!here.isEmpty() && here.firstKey().compareTo(organizationIds[old]) < 0) {
                    Organization first = here.pollFirstEntry().getValue();
                    ids[next] = first.id();
                    otherLives[next++] = KnownDates.Life.of(first);
                }
                numberOf[old] = gone.contains(organizationIds[old]) ? -1 : next;
                if (numberOf[old] >= 0) {
                    ids[next] = organizationIds[old];
                    otherLives[next++] = lives[old];
                }
            }
            for (Organization each : here.values()) {
                ids[next] = each.id();
                otherLives[next++] = KnownDates.Life.of(each);
            }
        }
        starts[KINDS.size()] = next;
        int[] otherOffsets = new int[count + 1];
        for (int old = 0; old < numberOf.length; old++) {
            if (numberOf[old] >= 0) {
                otherOffsets[numberOf[old] + 1] = offsets[old + 1] - offsets[old];
            }
        }
        // Organizations keep their order, so that rows stay where they are.
        Arrays.parallelPrefix(otherOffsets, Integer::sum);
        long[] otherRows = new long[rows.length];
        for (int row = 0; row < rows.length; row++) {
            long kept = rows[row] & ~((MOST_ORGANIZATIONS - 1L) << 32);
            otherRows[row] = kept | (long) numberOf[target(rows[row])] << 32;
        }
        return new TieGraph(
                ids,
                otherLives,
                starts,
                otherOffsets,
                otherRows,
                tieOfRow,
                new TieTable(ties, numberOf),
                sourceIds,
                published);
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

    /** The ids of all ties from one organization to another. */
    public Set<String> tieIds(String from, String to) {
        Set<String> ids = new HashSet<>();
        int start = find(from).orElse(-1);
        int end = find(to).orElse(-1);
        if (start >= 0 && end >= 0) {
            addTieIds(start, start, end, ids);
            addTieIds(end, start, end, ids);
        }
        return ids;
    }

    private void addTieIds(int organization, int from, int to, Set<String> ids) {
        for (int row = offsets[organization]; row < offsets[organization + 1]; row++) {
            int tie = tieOfRow[row];
            if (ties.from[tie] == from && ties.to[tie] == to) {
                ids.add(ties.id(tie));
            }
        }
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

    /** A builder without facts. */
    public static TieGraphBuilder builder() {
        return new TieGraphBuilder();
    }

    /** The number of organizations. */
    public int organizationCount() {
        return organizationIds.length;
    }

    /** The number of ties, denied ones included. */
    public int tieCount() {
        return ties.size();
    }

    /** The ids of the organizations of one kind, in code-point order. */
    public Collection<String> organizations(OrganizationKind kind) {
        int at = KINDS.indexOf(kind);
        return List.of(Arrays.copyOfRange(organizationIds, kindStart[at], kindStart[at + 1]));
    }

    /** What the tables take for each tie, in bytes; organizations and sources by name are not counted. */
    public double bytesPerTie() {
        long adjacency = (long) offsets.length * Integer.BYTES + rows.length * (long) (Long.BYTES + Integer.BYTES);
        return (adjacency + ties.bytes()) / (double) Math.max(1, tieCount());
    }

    /** The number of the organization with this id. */
    Optional<Integer> find(String id) {
        return Optional.ofNullable(organizationOf.get(id));
    }

    String organizationId(int organization) {
        return organizationIds[organization];
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

    int sourceCount() {
        return sourceIds.length;
    }

    synchronized WalksToTarget.IncomingRows arrivals() {
        if (arrivals == null) {
            arrivals = new WalksToTarget.IncomingRows(this);
        }
        return arrivals;
    }

    String sourceId(int source) {
        return sourceIds[source];
    }

    /** Null if the source has no date. */
    @Nullable
    PartialDate published(int source) {
        return published[source];
    }

    static long row(WalkStep step, int target, int possibleFrom, int possibleTo) {
        return (long) step.ordinal() << 60 | (long) target << 32 | (long) possibleFrom << 16 | possibleTo;
    }

    static WalkStep step(long row) {
        return WalkStep.of((int) (row >>> 60));
    }

    static int target(long row) {
        return (int) (row >>> 32) & (MOST_ORGANIZATIONS - 1);
    }

    /** Whether a row is of a denied tie: it holds from never to always. */
    static boolean isDenied(long row) {
        return ((int) row) == (Day.OPEN << 16 | Day.FIRST);
    }

    /** A number with the highest bit set if the days of the row do not include a day, else zero. */
    static int misses(long row, int day) {
        int from = (int) row >>> 16;
        int to = (int) row & 0xFFFF;
        return (day - from | to - 1 - day) & Integer.MIN_VALUE;
    }
}
