package org.tieline.dataset.known;

import static org.tieline.model.OrganizationKind.ASSOCIATION;
import static org.tieline.model.OrganizationKind.CARRIER;
import static org.tieline.model.OrganizationKind.COMPANY;
import static org.tieline.model.OrganizationKind.VENDOR;

import java.util.EnumSet;
import java.util.Set;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TieType;

/**
 * The kinds of organization that a tie may start and end at.
 *
 * <p>A government may own, buy, sign and join; nobody owns one, and it runs no network that it could share. An association
 * is neither owner nor owned: what others hold in it is membership.
 */
public record TieEnds(Set<OrganizationKind> from, Set<OrganizationKind> to) {
    private static final Set<OrganizationKind> ANY = EnumSet.allOf(OrganizationKind.class);
    private static final TieEnds SUPPLIES = new TieEnds(EnumSet.of(VENDOR), ANY);
    private static final TieEnds OWNS =
            new TieEnds(EnumSet.complementOf(EnumSet.of(ASSOCIATION)), EnumSet.of(VENDOR, CARRIER, COMPANY));
    private static final TieEnds PARTNERS_WITH = new TieEnds(ANY, ANY);
    private static final TieEnds SHARES_NETWORK_WITH = new TieEnds(EnumSet.of(CARRIER), EnumSet.of(CARRIER));
    private static final TieEnds MEMBER_OF = new TieEnds(ANY, EnumSet.of(ASSOCIATION));

    public static TieEnds of(TieType type) {
        return switch (type) {
            case SUPPLIES -> SUPPLIES;
            case OWNS -> OWNS;
            case PARTNERS_WITH -> PARTNERS_WITH;
            case SHARES_NETWORK_WITH -> SHARES_NETWORK_WITH;
            case MEMBER_OF -> MEMBER_OF;
        };
    }
}
