package org.tieline.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;

/** Reads a graph whole, and from then on only what commits changed in it. For one thread. */
public interface GraphFollower {
    /** What is known of the graph from the readings before. */
    interface Known {
        /** Null if there is none with this id. */
        @Nullable
        Organization organization(String id);

        boolean hasSource(String id);
    }

    /**
     * Hands everything to a sink, as {@link GraphReader#read} does.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    void read(GraphSink sink);

    /**
     * From which nodes of the database everything came that was read, by the numbers that it gives them.
     *
     * @param notes those on which the graph says something of itself
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Origins(Nodes organizations, Nodes sources, long[] bans, long[] countries, long[] notes) {}

    /** Node {@code numbers[i]} is of the fact with the id {@code ids[i]}. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Nodes(long[] numbers, String[] ids) {
        public Nodes {
            if (numbers.length != ids.length) {
                throw new IllegalArgumentException(
                        "each node must have one id, were %d and %d".formatted(numbers.length, ids.length));
            }
        }

        /** The numbers in the order of some facts; null unless each of these has one node, and no other fact has one. */
        public <T> long @Nullable [] inOrderOf(Collection<T> facts, Function<T, String> id) {
            Map<String, Long> byId = HashMap.newHashMap(ids.length);
            for (int i = 0; i < ids.length; i++) {
                byId.put(ids[i], numbers[i]);
            }
            long[] ordered = new long[facts.size()];
            int done = 0;
            for (T fact : facts) {
                Long number = byId.get(id.apply(fact));
                if (number != null) {
                    ordered[done++] = number;
                }
            }
            boolean same = done == facts.size() && done == byId.size() && done == ids.length;
            return same ? ordered : null;
        }
    }

    /**
     * Where everything came from, for another run of the program to go on from; empty if that is not known, or something is wrong in the
     * graph.
     *
     * @param commit the last that was read
     */
    default Optional<Origins> origins(Commit commit) {
        return Optional.empty();
    }

    /**
     * The commit that left the graph in a state, if everything that was committed since can be told from there on.
     *
     * @param state as {@link GraphReader#lastingState} named it
     * @return empty if nobody knows any more, or this graph was never in that state
     */
    default Optional<Commit> commitOf(String state) {
        return Optional.empty();
    }

    /**
     * Goes on from what another run of the program read: all that was committed since is told by {@link #changes}.
     *
     * @param commit what {@link #commitOf} told last
     * @param origins what {@link #origins} told of that commit
     */
    default void goOn(Commit commit, Origins origins) {
        throw new IllegalStateException("no commit was told to go on from");
    }

    /**
     * What commits made of what was read before, be it whole or as changes. Each change is told once.
     *
     * @return empty if everything must be read anew: the commits changed too much, or something that hangs together with too much
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    Optional<GraphChange> changes(Known known);

    /** Why what was changed could not be told the last time, if it should have been; empty if it could, or if too much was. */
    Optional<String> failure();
}
