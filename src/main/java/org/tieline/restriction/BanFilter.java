package org.tieline.restriction;

import java.util.EnumSet;
import java.util.Set;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.InvalidValue;

/**
 * Which bans make an organization restricted.
 *
 * @param natures the natures that count, at least one
 * @param minBan the weakest state that counts; not {@code ENDED}
 * @param governments ids; empty for any
 * @param countries codes; empty for any
 * @param scopes items of scope of which a ban must have one; empty for any
 */
public record BanFilter(
        Set<BanNature> natures, BanState minBan, Set<String> governments, Set<String> countries, Set<String> scopes) {
    /** Orders that were at least announced, of anyone about anything. */
    public static final BanFilter DEFAULT =
            new BanFilter(EnumSet.of(BanNature.ORDER), BanState.ANNOUNCED, Set.of(), Set.of(), Set.of());

    /** @throws InvalidValue if nothing could pass */
    public BanFilter {
        if (natures.isEmpty()) {
            throw new InvalidValue("nature", null, "must name at least one");
        }
        if (minBan == BanState.ENDED) {
            throw new InvalidValue("minBan", null, "must not be ended: a ban that has ended restricts nobody");
        }
        natures = Set.copyOf(natures);
        governments = Set.copyOf(governments);
        countries = Set.copyOf(countries);
        scopes = Set.copyOf(scopes);
    }

    /** Whether a ban in its state on a day passes. */
    public boolean accepts(BanOnDay onDay) {
        Ban ban = onDay.ban();
        return onDay.state().reaches(minBan)
                && natures.contains(ban.nature())
                && (governments.isEmpty() || governments.contains(ban.government()))
                && (countries.isEmpty() || countries.contains(ban.country()))
                && (scopes.isEmpty() || ban.scope().stream().anyMatch(scope -> scopes.contains(scope.text())));
    }
}
