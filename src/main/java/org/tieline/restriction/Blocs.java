package org.tieline.restriction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Membership;

/** Which countries belonged to which blocs on one day, as far as was known by another. */
public final class Blocs {
    private final Map<String, Set<String>> ofCountry = new HashMap<>();

    /** @param knownAt a later end is not known, nor a membership that began later; null for everything on record */
    public Blocs(Collection<Membership> memberships, LocalDate asOf, @Nullable LocalDate knownAt) {
        for (Membership membership : memberships) {
            if (membership.holds(asOf, knownAt)) {
                ofCountry
                        .computeIfAbsent(membership.country(), none -> new HashSet<>())
                        .add(membership.bloc());
            }
        }
    }

    /** Countries together with the members of those of them that are blocs. */
    public Set<String> withMembers(Set<String> countries) {
        Set<String> all = new HashSet<>(countries);
        ofCountry.forEach((country, blocs) -> {
            if (blocs.stream().anyMatch(countries::contains)) {
                all.add(country);
            }
        });
        return all;
    }

    /** Whether a country, which may be null, belongs to a bloc. */
    boolean belongs(@Nullable String country, String bloc) {
        return country != null && ofCountry.getOrDefault(country, Set.of()).contains(bloc);
    }

    /** Whether something in a country, which may be null, is under the measures of another country or bloc. */
    boolean isUnder(@Nullable String country, String imposing) {
        return imposing.equals(country) || belongs(country, imposing);
    }
}
