package org.tieline.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Identifier;

/**
 * What registers call organizations, ready to be found; arranged when one is looked for first, in some twenty bytes for each
 * beside the list itself.
 */
public final class Identifiers {
    private final List<Identifier> all;
    private volatile @Nullable Arranged arranged;

    /** @param all sorted by key, as they are to be shown */
    Identifiers(List<Identifier> all) {
        this.all = all;
    }

    /**
     * Where to look for them, in letters of any case.
     *
     * @param byText by scheme and value as they are written
     * @param byValue by value alone
     */
    private record Arranged(Places byText, Places byValue) {}

    /** The places in the list of those whose keys have the same hash, which may be one more often than the other. */
    private final class Places {
        private static final int NONE = -1;

        private final Function<Identifier, String> key;

        /** The first place for each hash, as far as there is room for it; others share it. */
        private final int[] first;

        /** The place after place n; {@link #NONE} after the last. */
        private final int[] next = new int[all.size()];

        Places(Function<Identifier, String> key) {
            this.key = key;
            first = new int[Math.max(2, Integer.highestOneBit(all.size()) * 2)];
            Arrays.fill(first, NONE);
            for (int place = all.size() - 1; place >= 0; place--) {
                int bucket = bucket(lower(key.apply(all.get(place))));
                next[place] = first[bucket];
                first[bucket] = place;
            }
        }

        private int bucket(String lower) {
            int hash = lower.hashCode() * 0x9E37_79B9;
            return (hash ^ hash >>> 15) & first.length - 1;
        }

        /** Those with a key, in the order of the list. */
        List<Identifier> find(String lower) {
            List<Identifier> found = new ArrayList<>(1);
            for (int place = first[bucket(lower)]; place != NONE; place = next[place]) {
                if (lower(key.apply(all.get(place))).equals(lower)) {
                    found.add(all.get(place));
                }
            }
            return found;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Those of an organization, those of other days too. */
    public List<Identifier> of(String organization) {
        int from = SnapshotBuilder.place(all, organization, Identifier::organization);
        int to = from;
        while (to < all.size() && all.get(to).organization().equals(organization)) {
            to++;
        }
        return all.subList(from, to);
    }

    /**
     * The ids of the organizations that have an identifier on a day, possibly; sorted.
     *
     * @param text scheme and value, {@code mcc-mnc:440-10}
     * @param knownAt null for everything on record
     */
    public List<String> holders(String text, LocalDate asOf, @Nullable LocalDate knownAt) {
        return ids(written(text).filter(each -> each.holds(asOf, knownAt)));
    }

    /** The ids of the organizations that have it on any day; sorted. */
    List<String> holdersEver(String text) {
        return ids(written(text));
    }

    private Stream<Identifier> written(String text) {
        return arranged().byText.find(lower(text)).stream()
                .filter(each -> each.text().equals(text));
    }

    private static List<String> ids(Stream<Identifier> identifiers) {
        return identifiers.map(Identifier::organization).distinct().sorted().toList();
    }

    /** Those that somebody may mean by a scheme and a value, or by a value alone, in letters of any case. */
    public List<Identifier> called(String text) {
        String lower = lower(text.strip());
        return Stream.concat(arranged().byText.find(lower).stream(), arranged().byValue.find(lower).stream())
                .toList();
    }

    private Arranged arranged() {
        Arranged made = arranged;
        return made != null ? made : arrange();
    }

    private synchronized Arranged arrange() {
        if (arranged == null) {
            arranged = new Arranged(new Places(Identifier::text), new Places(Identifier::value));
        }
        return arranged;
    }
}
