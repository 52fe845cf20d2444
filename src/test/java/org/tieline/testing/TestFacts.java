package org.tieline.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** Small facts for tests that need some, whatever they say. */
public final class TestFacts {
    private TestFacts() {}

    /**
     * A vendor that supplies and half owns, a carrier that owns another, a ban, a source and a membership.
     *
     * <pre>
     * huawei ─SUPPLIES→ bt ─OWNS 12.5 %→ ee        gov-uk ─ban uk-2020→ huawei
     * </pre>
     */
    public static Dataset dataset() {
        return new Dataset(
                "1.0.0",
                "a".repeat(64),
                List.of(
                        organization("bt", "BT", OrganizationKind.CARRIER, "GB", "British Telecommunications"),
                        organization("ee", "EE", OrganizationKind.CARRIER, "GB"),
                        organization("gov-uk", "Government of the United Kingdom", OrganizationKind.GOVERNMENT, "GB"),
                        organization("huawei", "Huawei", OrganizationKind.VENDOR, "CN", "华为", "Huawei Technologies")),
                List.of(
                        new Tie(
                                "bt-owns-ee",
                                "bt",
                                TieType.OWNS,
                                "ee",
                                PartialDate.parse("2016-01"),
                                null,
                                new BigDecimal("12.5"),
                                List.of(),
                                List.of(),
                                Evidence.CONFIRMED,
                                List.of("bbc-2020"),
                                "BT holds a part of EE."),
                        new Tie(
                                "huawei-supplies-bt",
                                "huawei",
                                TieType.SUPPLIES,
                                "bt",
                                PartialDate.parse("2005"),
                                PartialDate.parse("2027-12-31"),
                                null,
                                List.of(Segment.RAN, Segment.CORE),
                                List.of(Generation.G4, Generation.G5),
                                Evidence.ANNOUNCED,
                                List.of("bbc-2020"),
                                "Huawei supplied BT.")),
                List.of(new Ban(
                        "uk-2020",
                        "gov-uk",
                        "GB",
                        List.of("huawei"),
                        true,
                        List.of("bt"),
                        BanNature.ORDER,
                        List.of(new Scope("5g:ran"), new Scope("removal")),
                        BanStatus.IN_FORCE,
                        null,
                        PartialDate.parse("2020-07-14"),
                        PartialDate.parse("2020-12"),
                        PartialDate.parse("2027"),
                        null,
                        List.of("bbc-2020"),
                        OwnershipRule.UK_50,
                        "No new equipment.")),
                List.of(new Source(
                        "bbc-2020",
                        "BBC",
                        "Huawei to be removed",
                        PartialDate.parse("2020-07-14"),
                        "https://bbc.co.uk/h")),
                List.of(new Membership(
                        "EU", "GB", LocalDate.of(1973, 1, 1), LocalDate.of(2020, 2, 1), List.of("bbc-2020"))));
    }

    /** An organization. */
    public static Organization organization(
            String id, String name, OrganizationKind kind, String country, String... aliases) {
        return new Organization(id, name, kind, country, List.of(aliases));
    }

    /** A confirmed tie without dates, backed by the source {@code bbc-2020}. */
    public static Tie tie(String id, String from, TieType type, String to) {
        return new Tie(
                id,
                from,
                type,
                to,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Evidence.CONFIRMED,
                List.of("bbc-2020"),
                "");
    }
}
