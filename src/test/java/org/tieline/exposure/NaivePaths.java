package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/**
 * All paths between two organizations, computed as the rule reads: every walk is tried, those that pass an organization
 * twice are dropped, and what remains is sorted.
 */
final class NaivePaths {
    private final NaiveExposures rules;
    private final List<Tie> ties;

    NaivePaths(List<Organization> organizations, List<Tie> ties, List<Source> sources) {
        rules = new NaiveExposures(organizations, ties, sources);
        this.ties = ties;
    }

    /** @param relation null on the vendor's side */
    record Path(String relation, List<String> ties) {}

    List<Path> between(NaiveExposures.Question question, String to) {
        List<NaiveExposures.Hop> walkable =
                ties.stream().flatMap(tie -> rules.walkable(tie, question)).toList();
        NaiveExposures.Place start = new NaiveExposures.Place(question.vendor(), NaiveExposures.WalkState.VENDOR);
        List<Path> paths = new ArrayList<>();
        tryAll(new NaiveExposures.Walk(start, null, List.of()), List.of(), to, question, walkable, paths);
        paths.sort(Comparator.<Path>comparingInt(path -> path.ties.size())
                .thenComparing(Path::ties, NaiveExposures.IN_ORDER));
        return paths;
    }

    private void tryAll(
            NaiveExposures.Walk walk,
            List<String> passed,
            String to,
            NaiveExposures.Question question,
            List<NaiveExposures.Hop> walkable,
            List<Path> paths) {
        String here = walk.place().organization();
        if (passed.contains(here)) {
            return;
        }
        if (here.equals(to)) {
            paths.add(new Path(walk.relation(), walk.ids()));
        }
        if (passed.size() < question.maxHops()) {
            List<String> soFar = Stream.concat(passed.stream(), Stream.of(here)).toList();
            walkable.stream()
                    .flatMap(hop -> rules.step(walk, hop, question))
                    .forEach(longer -> tryAll(longer, soFar, to, question, walkable, paths));
        }
    }
}
