package org.tieline.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Identifier;

/** What registers call organizations, ready to be found; arranged when one is looked for first. */
public final class Identifiers {
    private final List<Identifier> all;
    private volatile @Nullable Arranged arranged;

    /** @param all sorted as they are to be shown */
    Identifiers(List<Identifier> all) {
        this.all = all;
    }

    /**
     * All of them, several ways.
     *
     * @param byText by scheme and value as they are written
     * @param byLowerCase the same in lower case, and by value alone
     */
    private record Arranged(
            Map<String, List<Identifier>> byText,
            Map<String, List<Identifier>> byLowerCase,
            Map<String, List<Identifier>> byOrganization) {}

    /** Those of an organization, those of other days too. */
    public List<Identifier> of(String organization) {
        return arranged().byOrganization.getOrDefault(organization, List.of());
    }

    /**
     * The ids of the organizations that have an identifier on a day, possibly; sorted.
     *
     * @param text scheme and value, {@code mcc-mnc:440-10}
     * @param knownAt null for everything on record
     */
    public List<String> holders(String text, LocalDate asOf, @Nullable LocalDate knownAt) {
        return ids(arranged().byText.getOrDefault(text, List.of()).stream()
                .filter(each -> each.holds(asOf, knownAt))
                .toList());
    }

    /** The ids of the organizations that have it on any day; sorted. */
    List<String> holdersEver(String text) {
        return ids(arranged().byText.getOrDefault(text, List.of()));
    }

    private static List<String> ids(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(Identifier::organization)
                .distinct()
                .sorted()
                .toList();
    }

    /** Those that somebody may mean by a scheme and a value, or by a value alone, in letters of any case. */
    public List<Identifier> called(String text) {
        return arranged().byLowerCase.getOrDefault(text.strip().toLowerCase(Locale.ROOT), List.of());
    }

    private Arranged arranged() {
        Arranged made = arranged;
        return made != null ? made : arrange();
    }

    private synchronized Arranged arrange() {
        if (arranged == null) {
            Map<String, List<Identifier>> byLowerCase = by(each -> each.text().toLowerCase(Locale.ROOT));
            by(each -> each.value().toLowerCase(Locale.ROOT))
                    .forEach((value, those) -> byLowerCase.merge(value, those, Identifiers::joined));
            arranged = new Arranged(by(Identifier::text), byLowerCase, by(Identifier::organization));
        }
        return arranged;
    }

    private Map<String, List<Identifier>> by(Function<Identifier, String> key) {
        Map<String, List<Identifier>> those = new HashMap<>();
        all.forEach(each -> those.computeIfAbsent(key.apply(each), none -> new ArrayList<>(1))
                .add(each));
        return those;
    }

    private static List<Identifier> joined(List<Identifier> some, List<Identifier> others) {
        List<Identifier> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }
}
