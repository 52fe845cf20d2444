package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All shortest walks of one search, where {@link ExposureSearch} keeps the first of them alone: a second look at the levels
 * that it found, taken when somebody asks and only as far as they ask.
 *
 * <p>Each (organization, state) on a shortest walk is itself reached by a shortest walk, so levels of (organization, state)
 * with every tie between neighbouring levels hold all of them. A state may be passed over in favour of one that supersedes
 * it only if that one is on an <em>earlier</em> level: on the same level both lie on equally short walks, and the search,
 * which wants the first walk alone, may have dropped either.
 */
final class ShortestWalks {
    private static final int INITIAL = 1 << 6;
    private static final int NONE = -1;

    private final TieGraph graph;
    private final SearchOptions options;
    private final TieFilter filter;

    /** For each organization the states of all levels before the one that is being found, as bits. */
    private final byte[] before;

    /** By position: organization and state, see {@link SearchMemory#key}. */
    private int[] keys = new int[INITIAL];

    /** By position: its last tie from the level before, as a place in the three arrays of ties; -1 for the start. */
    private int[] lastIn = new int[INITIAL];

    private int size;

    /** Positions of level h end, exclusive, at {@code levelEnds[h]}. */
    private final int[] levelEnds = new int[SearchOptions.MOST_HOPS + 1];

    private int levels;

    /** By tie between levels: the position that it comes from, its row, and the previous tie into the same position. */
    private int[] parents = new int[INITIAL];

    private int[] rows = new int[INITIAL];
    private int[] previous = new int[INITIAL];
    private int ties;

    private final Map<Integer, Integer> positionOf = new HashMap<>();

    /** A tie into an equipped position: the place of the tie, and the position. */
    record Contact(int row, int from, int to, Set<Integer> owners) {}

    /** @param start the number of the organization that the search started at */
    ShortestWalks(TieGraph graph, SearchOptions options, TieFilter filter, int start) {
        this.graph = graph;
        this.options = options;
        this.filter = filter;
        before = new byte[graph.organizationCount()];
        before[start] = (byte) 0xFF;
        position(SearchMemory.key(start, WalkState.VENDOR.ordinal()));
        levelEnds[0] = size;
        levels = 1;
    }

    /**
     * The contact ties that lie on a shortest walk to a carrier, by tie and customer, each once.
     *
     * @param carrier the number of an exposed carrier
     * @param hops how many ties a shortest walk to it has
     */
    List<Contact> contacts(int carrier, int hops) {
        while (levels <= hops) {
            findLevel();
        }
        List<Integer> level = new ArrayList<>();
        Map<Integer, Set<Integer>> owners = new HashMap<>();
        for (WalkState state : WalkState.values()) {
            Integer position = positionOf.get(SearchMemory.key(carrier, state.ordinal()));
            boolean shortest = position != null && position >= levelEnds[hops - 1] && position < levelEnds[hops];
            if (shortest && (state.bit() & WalkState.EXPOSED) != 0) {
                level.add(position);
            }
        }
        List<Contact> contacts = new ArrayList<>();
        BitSet seen = new BitSet();
        while (!level.isEmpty()) {
            level = stepBack(level, seen, owners, contacts);
        }
        contacts.sort(Comparator.<Contact, Integer>comparing(this::tie, graph.ties::compare)
                .thenComparing(contact -> graph.organizationId(contact.to)));
        return withoutTwins(contacts);
    }

    /** Goes from positions of one level to those before them; ties that lead to equipped ones end there as contacts. */
    private List<Integer> stepBack(
            List<Integer> level, BitSet seen, Map<Integer, Set<Integer>> owners, List<Contact> contacts) {
        List<Integer> next = new ArrayList<>();
        for (int position : level) {
            WalkState state = state(position);
            if (state == WalkState.OWNER) {
                owners.computeIfAbsent(position, none -> new HashSet<>()).add(organization(position));
            }
            Set<Integer> owning = owners.getOrDefault(position, Set.of());
            for (int in = lastIn[position]; in != NONE; in = previous[in]) {
                int parent = parents[in];
                if (state == WalkState.EQUIPPED) {
                    contacts.add(new Contact(rows[in], organization(parent), organization(position), owning));
                    continue;
                }
                if (!owning.isEmpty()) {
                    owners.computeIfAbsent(parent, none -> new HashSet<>()).addAll(owning);
                }
                if (!seen.get(parent)) {
                    seen.set(parent);
                    next.add(parent);
                }
            }
        }
        return next;
    }

    /** One tie may be walked from the same organization in two states. */
    private List<Contact> withoutTwins(List<Contact> sorted) {
        List<Contact> kept = new ArrayList<>(sorted.size());
        for (Contact contact : sorted) {
            boolean twin = !kept.isEmpty() && tie(kept.getLast()) == tie(contact) && kept.getLast().to == contact.to;
            if (!twin) {
                kept.add(contact);
            }
        }
        return kept;
    }

    private int tie(Contact contact) {
        return graph.page(contact.from).tieOfRow[contact.row];
    }

    private void findLevel() {
        int levelStart = levels == 1 ? 0 : levelEnds[levels - 2];
        int levelEnd = levelEnds[levels - 1];
        for (int position = levelStart; position < levelEnd; position++) {
            if (position == 0 || !graph.isGovernment(organization(position))) {
                expand(position);
            }
        }
        for (int position = levelEnd; position < size; position++) {
            before[organization(position)] |= (byte) state(position).bit();
        }
        levelEnds[levels++] = size;
    }

    private void expand(int position) {
        WalkState state = state(position);
        int organization = organization(position);
        RowPage page = graph.page(organization);
        int end = page.to(organization);
        for (int row = page.from(organization); row < end; row++) {
            WalkStep step = page.step(row);
            WalkState next = state.after(step);
            int target = page.target(row);
            if (next != null
                    && options.ties().contains(step.type())
                    && (next.supersededBy() & before[target]) == 0
                    && filter.judge(page.tieOfRow[row]) == TieFilter.Verdict.WALKED) {
                join(position, row, position(SearchMemory.key(target, next.ordinal())));
            }
        }
    }

    private int position(int key) {
        Integer known = positionOf.get(key);
        if (known != null) {
            return known;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            lastIn = Arrays.copyOf(lastIn, 2 * size);
        }
        keys[size] = key;
        lastIn[size] = NONE;
        positionOf.put(key, size);
        return size++;
    }

    private void join(int parent, int row, int child) {
        if (ties == rows.length) {
            parents = Arrays.copyOf(parents, 2 * ties);
            rows = Arrays.copyOf(rows, 2 * ties);
            previous = Arrays.copyOf(previous, 2 * ties);
        }
        parents[ties] = parent;
        rows[ties] = row;
        previous[ties] = lastIn[child];
        lastIn[child] = ties++;
    }

    private WalkState state(int position) {
        return WalkState.of(SearchMemory.state(keys[position]));
    }

    private int organization(int position) {
        return SearchMemory.organization(keys[position]);
    }
}
