package org.tieline.question;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tieline.graph.GraphReader;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.InvalidValue;
import org.tieline.question.parameter.OrganizationIds;
import org.tieline.question.parameter.ReleaseNames;

/** The releases that were loaded, of each of which the graph keeps what it held. Immutable. */
public final class Releases implements ReleaseNames {
    /** The most that a refusal names. */
    private static final int MOST_NAMED = 10;

    private static final Pattern PART = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    private final List<LoadedDataset> all;
    private final GraphReader reader;
    private final ReadReleases kept;

    Releases(List<LoadedDataset> all, GraphReader reader, ReadReleases kept) {
        this.all = all.stream()
                .sorted(Comparator.comparing(LoadedDataset::version, Releases::compare)
                        .reversed())
                .toList();
        this.reader = reader;
        this.kept = kept;
    }

    /** All of them, the highest version first: 2026.12.0 before 2026.9.1. */
    public List<LoadedDataset> all() {
        return all;
    }

    /** {@inheritDoc} The beginning of a version up to a point means the highest that begins so: 2026.11 may be 2026.11.2. */
    @Override
    public String named(String text) {
        return all.stream()
                .map(LoadedDataset::version)
                .filter(text::equals)
                .findFirst()
                .or(() -> all.stream()
                        .map(LoadedDataset::version)
                        .filter(version -> version.startsWith(text + "."))
                        .findFirst())
                .orElseThrow(() -> new InvalidValue("", text, "must be a day like 2018-12-08, or " + known()));
    }

    private String known() {
        if (all.isEmpty()) {
            return "a release, of which none is on record";
        }
        String named =
                all.stream().limit(MOST_NAMED).map(LoadedDataset::version).collect(Collectors.joining(", "));
        return "one of the releases " + named + (all.size() > MOST_NAMED ? " and older ones" : "");
    }

    @Override
    public OrganizationIds ids(String version) {
        return of(version).names()::meant;
    }

    /**
     * What a release held.
     *
     * @param version as {@link #named} tells it
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database must be read for it and cannot
     */
    Snapshot of(String version) {
        LoadedDataset release = all.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no release " + version));
        return kept.of(release, () -> SnapshotBuilder.take(reader, release, this));
    }

    /** Numbers in versions by their size, all else by its letters. */
    private static int compare(String one, String other) {
        String[] parts = PART.split(one);
        String[] others = PART.split(other);
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            int order = comparePart(parts[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.length, others.length);
    }

    private static int comparePart(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
}
