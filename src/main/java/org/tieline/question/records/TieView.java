package org.tieline.question.records;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;

/**
 * A tie in its own direction, with the ids of its sources.
 *
 * @param since null if not known
 * @param removing when its being taken out began; null if not known
 * @param verified the newest day on which a source says that it held; null if not known
 * @param until the first day on which it no longer holds; null if not known
 * @param percent of {@code OWNS} alone; null if not known
 * @param share how much of that segment of the customer's network comes from the vendor, in percent; null if not known
 * @param shareOn the day that the share was stated for; null without a share
 * @param countries where the equipment is, if not simply in the customer's own country; may be empty
 * @param summary what the sources say; null if it is not told
 */
public record TieView(
        String id,
        OrganizationRef from,
        TieType type,
        OrganizationRef to,
        @Nullable PartialDate since,
        @Nullable PartialDate removing,
        @Nullable PartialDate verified,
        @Nullable PartialDate until,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal share,
        @Nullable PartialDate shareOn,
        List<Segment> segment,
        List<Generation> generation,
        List<String> countries,
        Evidence evidence,
        List<String> sources,
        @Nullable String summary,
        Addresses links) {
    static final Columns<TieView> COLUMNS = Columns.<TieView>none()
            .and("id", TieView::id)
            .andOrganization("from", TieView::from)
            .and("type", TieView::type)
            .andOrganization("to", TieView::to)
            .and("since", TieView::since)
            .and("removing", TieView::removing)
            .and("verified", TieView::verified)
            .and("until", TieView::until)
            .and("percent", TieView::percent)
            .and("sharePercent", TieView::share)
            .and("shareOn", TieView::shareOn)
            .and("segment", TieView::segment)
            .and("generation", TieView::generation)
            .and("countries", TieView::countries)
            .and("evidence", TieView::evidence)
            .and("sources", TieView::sources)
            .and("summary", TieView::summary);

    /** Where to read on. */
    record Addresses(String self, String from, String to, List<String> sources) {}

    public static TieView of(TieBetween between) {
        Tie tie = between.tie();
        return new TieView(
                tie.id(),
                OrganizationRef.of(between.from()),
                tie.type(),
                OrganizationRef.of(between.to()),
                tie.since(),
                tie.removing(),
                tie.verified(),
                tie.until(),
                tie.percent(),
                tie.share(),
                tie.shareOn(),
                tie.segment(),
                tie.generation(),
                tie.countries(),
                tie.evidence(),
                tie.sources(),
                tie.summary(),
                new Addresses(
                        Links.tie(tie.id()),
                        Links.organization(tie.from()),
                        Links.organization(tie.to()),
                        Links.sources(tie.sources())));
    }
}
