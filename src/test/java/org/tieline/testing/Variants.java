package org.tieline.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;

/** Versions of a data set that answer nearly everything differently. */
public final class Variants {
    private Variants() {}

    /**
     * So many versions, named {@code 1.0.0}, {@code 2.0.0} and so on, each without every n-th tie and ban, others in each.
     */
    public static List<Dataset> of(Dataset dataset, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Dataset(
                        number + ".0.0",
                        "%064x".formatted(number),
                        dataset.organizations(),
                        without(dataset.ties(), number, count),
                        replacing(without(dataset.bans(), number, count)),
                        dataset.sources(),
                        dataset.memberships(),
                        dataset.identifiers(),
                        dataset.subscribers()))
                .toList();
    }

    /** Bans that replace only those that are still there. */
    private static List<Ban> replacing(List<Ban> bans) {
        Set<String> there = bans.stream().map(Ban::id).collect(Collectors.toSet());
        return bans.stream()
                .map(ban -> ban.withReplaces(
                        ban.replaces().stream().filter(there::contains).toList()))
                .toList();
    }

    private static <T> List<T> without(List<T> all, int number, int count) {
        return IntStream.range(0, all.size())
                .filter(i -> i % count != number - 1)
                .mapToObj(all::get)
                .toList();
    }
}
