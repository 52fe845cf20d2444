package org.tieline.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Country;
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
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Which cells of a row are which field of a fact. Each fact is as {@link TableRow#build} leaves it: null if it cannot be built,
 * with stand-ins where the row is not sound.
 *
 * @param organizations the ids that other rows may refer to
 * @param sources likewise
 */
record RowFacts(Ids organizations, Ids sources) {
    private static final PartialDate SOME_DAY = PartialDate.parse("2000");
    private static final String SOME_COUNTRY = "FI";

    static @Nullable Organization organization(TableRow row) {
        return row.build(cells -> new Organization(
                cells.text("id"),
                cells.text("name"),
                cells.term("kind", OrganizationKind.class, OrganizationKind.COMPANY),
                cells.country("country"),
                cells.list("aliases", List.of(), Function.identity()),
                cells.list("formerIds", List.of(), Function.identity()),
                cells.date("since"),
                cells.date("until"),
                cells.textOrNull("successor")));
    }

    static @Nullable Source source(TableRow row) {
        return row.build(cells -> new Source(
                cells.text("id"),
                cells.text("publisher"),
                cells.text("title"),
                cells.date("published"),
                cells.textOrNull("url"),
                cells.textOrNull("archivedUrl"),
                cells.date("retrieved"),
                cells.textOrNull("sha256")));
    }

    @Nullable
    Tie tie(TableRow row) {
        return row.build(cells -> new Tie(
                        cells.text("id"),
                        cells.reference("from", organizations),
                        cells.term("type", TieType.class, likelyType(cells)),
                        cells.reference("to", organizations),
                        cells.date("since"),
                        cells.date("removing"),
                        cells.date("verified"),
                        cells.date("until"),
                        cells.number("percent"),
                        cells.number("share"),
                        cells.date("shareOn"),
                        cells.list("segment", List.of(), text -> Term.parse(Segment.class, text)),
                        cells.list("generation", List.of(), text -> Term.parse(Generation.class, text)),
                        cells.countries("countries"),
                        cells.term("evidence", Evidence.class, Evidence.REPORTED),
                        cells.references("sources", sources),
                        cells.text("summary"))
                .complete());
    }

    /** What an unknown type may have been: that which allows what else the row has. */
    private static TieType likelyType(TableRow cells) {
        boolean supplied =
                cells.number("share") != null || !cells.countries("countries").isEmpty();
        return supplied ? TieType.SUPPLIES : TieType.OWNS;
    }

    @Nullable
    Ban ban(TableRow row) {
        return row.build(cells -> new Ban(
                        cells.text("id"),
                        cells.reference("government", organizations),
                        cells.countryOr("country", SOME_COUNTRY),
                        cells.references("targets", organizations),
                        cells.yes("named"),
                        cells.references("carriers", organizations),
                        cells.term("nature", BanNature.class, BanNature.ORDER),
                        cells.list("scope", List.of(new Scope(Scope.KINDS.getFirst())), Scope::new),
                        cells.term("status", BanStatus.class, BanStatus.REPORTED),
                        cells.date("reported"),
                        cells.date("announced"),
                        cells.date("effective"),
                        cells.date("deadline"),
                        cells.date("ended"),
                        cells.list("replaces", List.of(), Function.identity()),
                        cells.references("sources", sources),
                        cells.termOrNull("ownershipRule", OwnershipRule.class),
                        cells.text("summary"))
                .complete());
    }

    @Nullable
    Membership membership(TableRow row) {
        return row.build(cells -> new Membership(
                        cells.countryOr("bloc", Country.EU),
                        cells.countryOr("country", SOME_COUNTRY),
                        cells.day("since"),
                        cells.day("until"),
                        cells.references("sources", sources))
                .complete());
    }

    @Nullable
    Identifier identifier(TableRow row) {
        return row.build(cells -> {
            IdentifierScheme scheme = cells.term("scheme", IdentifierScheme.class, IdentifierScheme.WIKIDATA);
            return new Identifier(
                            cells.reference("organization", organizations),
                            scheme,
                            cells.isSound("scheme", "value") ? cells.text("value") : "Q1",
                            cells.date("since"),
                            cells.date("until"),
                            cells.references("sources", sources))
                    .complete();
        });
    }

    @Nullable
    SubscriberCount subscribers(TableRow row) {
        return row.build(cells -> new SubscriberCount(
                        cells.reference("organization", organizations),
                        cells.dateOr("on", SOME_DAY),
                        cells.numberOr("millions", BigDecimal.ONE),
                        cells.references("sources", sources))
                .complete());
    }
}
