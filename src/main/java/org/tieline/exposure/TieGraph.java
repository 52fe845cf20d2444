package org.tieline.exposure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
