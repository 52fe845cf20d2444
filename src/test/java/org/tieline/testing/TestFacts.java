package org.tieline.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
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
                        List.of(),
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

    /**
     * The same with all that facts can say of their life: a carrier that another one succeeded, whose network code both had; counts
     * of subscribers; a ban that replaces one; a tie that was verified and is being taken out, with share and places.
     *
     * <pre>
     * orange-uk ─SUCCEEDED_BY→ ee        uk-2020 ─REPLACES→ uk-2019
     * </pre>
     */
    public static Dataset datasetWithLives() {
        Dataset plain = dataset();
        List<String> sources = List.of("bbc-2020");
        Organization orange = organization("orange-uk", "Orange UK", OrganizationKind.CARRIER, "GB")
                .living(PartialDate.parse("1994-04"), PartialDate.parse("2010-07-01"), "ee");
        List<Organization> organizations = new ArrayList<>(plain.organizations());
        organizations.replaceAll(
                each -> each.id().equals("ee") ? each.living(PartialDate.parse("2010"), null, null) : each);
        organizations.add(orange);
        List<Tie> ties = new ArrayList<>(plain.ties());
        ties.replaceAll(tie -> tie.id().equals("huawei-supplies-bt")
                ? tie.withRemoving(PartialDate.parse("2020-07"))
                        .withVerified(PartialDate.parse("2023"))
                        .withShare(new BigDecimal("35.5"))
                        .withShareOn(PartialDate.parse("2019-12"))
                        .withCountries(List.of("GB", "IE"))
                : tie);
        Ban later = plain.bans().getFirst();
        Ban earlier = new Ban(
                "uk-2019",
                "gov-uk",
                "GB",
                List.of("huawei"),
                true,
                List.of(),
                BanNature.ADVICE,
                List.of(new Scope("5g:core")),
                BanStatus.IN_FORCE,
                null,
                PartialDate.parse("2019"),
                null,
                null,
                null,
                List.of(),
                sources,
                null,
                "Guidance.");
        return new Dataset(
                plain.version(),
                plain.sha256(),
                organizations,
                ties,
                List.of(earlier, later.withReplaces(List.of("uk-2019"))),
                plain.sources().stream()
                        .map(source -> source.id().equals("bbc-2020") ? copied(source) : source)
                        .toList(),
                plain.memberships(),
                List.of(
                        new Identifier("bt", IdentifierScheme.WIKIDATA, "Q160054", null, null, sources),
                        new Identifier(
                                "ee",
                                IdentifierScheme.MCC_MNC,
                                "234-33",
                                PartialDate.parse("2010-07-01"),
                                null,
                                sources),
                        new Identifier("ee", IdentifierScheme.REGISTER, "GB 02382161", null, null, sources),
                        new Identifier(
                                "orange-uk",
                                IdentifierScheme.MCC_MNC,
                                "234-33",
                                null,
                                PartialDate.parse("2010-07-01"),
                                sources)),
                List.of(
                        new SubscriberCount("ee", PartialDate.parse("2019"), new BigDecimal("27.5"), sources),
                        new SubscriberCount("ee", PartialDate.parse("2020-06"), new BigDecimal("28"), sources)));
    }

    private static Source copied(Source source) {
        return new Source(
                source.id(),
                source.publisher(),
                source.title(),
                source.published(),
                source.url(),
                "https://archive.example/2020/page",
                PartialDate.parse("2026-11-02"),
                "0a".repeat(32));
    }

    /** The same facts with one more identifier, from the source {@code bbc-2020}. */
    public static Dataset identified(Dataset facts, String organization, IdentifierScheme scheme, String value) {
        List<Identifier> identifiers = new ArrayList<>(facts.identifiers());
        identifiers.add(new Identifier(organization, scheme, value, null, null, List.of("bbc-2020")));
        return new Dataset(
                facts.version(),
                facts.sha256(),
                facts.organizations(),
                facts.ties(),
                facts.bans(),
                facts.sources(),
                facts.memberships(),
                identifiers,
                facts.subscribers());
    }

    /** An organization. */
    public static Organization organization(
            String id, String name, OrganizationKind kind, String country, String... aliases) {
        return new Organization(id, name, kind, country, List.of(aliases));
    }

    /**
     * An order of the government {@code gov} that what comes from its targets is taken out, in force from a date on, backed by the
     * source {@code bbc-2020}.
     */
    public static Ban removal(String id, String country, String effective, String... targets) {
        return new Ban(
                id,
                "gov",
                country,
                List.of(targets),
                true,
                List.of(),
                BanNature.ORDER,
                List.of(new Scope("removal")),
                BanStatus.IN_FORCE,
                null,
                null,
                PartialDate.parse(effective),
                null,
                null,
                List.of(),
                List.of("bbc-2020"),
                null,
                "");
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
