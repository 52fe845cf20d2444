package org.tieline.graph.bolt;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a load changed.
 *
 * @param kept ids of organizations, bans and sources that the data set no longer has and that stay because something made
 *     by hand hangs on them, sorted
 */
public record LoadReport(
        Changes organizations,
        Changes ties,
        Changes bans,
        Changes sources,
        Changes memberships,
        Changes identifiers,
        Changes subscribers,
        List<String> kept) {
    public LoadReport {
        kept = List.copyOf(kept);
    }

    /** As {@link #numbers} gave it, with nothing kept. */
    static LoadReport of(List<Long> numbers) {
        Iterator<Long> next = numbers.iterator();
        return new LoadReport(
                Changes.of(next),
                Changes.of(next),
                Changes.of(next),
                Changes.of(next),
                Changes.of(next),
                Changes.of(next),
                Changes.of(next),
                List.of());
    }

    /** All counts, kind by kind. */
    List<Long> numbers() {
        return Stream.of(organizations, ties, bans, sources, memberships, identifiers, subscribers)
                .flatMap(changes ->
                        Stream.of(changes.added(), changes.updated(), changes.removed(), changes.unchanged()))
                .map(Integer::longValue)
                .toList();
    }

    /** The same when something that was to be removed stays: {@code "organizations ee"}, {@code "bans x"}, {@code "sources y"}. */
    LoadReport keeping(List<String> stayed) {
        return new LoadReport(
                organizations.keeping(count("organizations ", stayed)),
                ties,
                bans.keeping(count("bans ", stayed)),
                sources.keeping(count("sources ", stayed)),
                memberships,
                identifiers,
                subscribers,
                stayed.stream()
                        .map(each -> each.substring(each.indexOf(' ') + 1))
                        .sorted()
                        .toList());
    }

    private static int count(String prefix, List<String> stayed) {
        return (int) stayed.stream().filter(each -> each.startsWith(prefix)).count();
    }

    /**
     * How many of one kind.
     *
     * @param added not there before
     * @param updated there before and different, or made by hand under an id that the data set has
     * @param removed written by a former load and no longer in the data set
     * @param unchanged the same as before
     */
    public record Changes(int added, int updated, int removed, int unchanged) {
        private static Changes of(Iterator<Long> numbers) {
            return new Changes(next(numbers), next(numbers), next(numbers), next(numbers));
        }

        private static int next(Iterator<Long> numbers) {
            return Math.toIntExact(numbers.next());
        }

        private Changes keeping(int kept) {
            return new Changes(added, updated, removed - kept, unchanged);
        }

        boolean any() {
            return added + updated + removed > 0;
        }
    }

    /** Whether anything was written. */
    public boolean changed() {
        return Stream.of(organizations, ties, bans, sources, memberships, identifiers, subscribers)
                .anyMatch(Changes::any);
    }
}
