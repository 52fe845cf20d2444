package org.tieline.question.records;

import java.math.BigDecimal;
import java.util.List;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;

/** A tie in its own direction, with the ids of its sources. */
public record TieView(
        String id,
        OrganizationRef from,
        TieType type,
        OrganizationRef to,
        PartialDate since,
        PartialDate until,
        BigDecimal percent,
        List<Segment> segment,
        List<Generation> generation,
        Evidence evidence,
        List<String> sources,
        String summary,
        Addresses links) {
    static final Columns<TieView> COLUMNS = Columns.<TieView>none()
            .and("id", TieView::id)
            .andOrganization("from", TieView::from)
            .and("type", TieView::type)
            .andOrganization("to", TieView::to)
            .and("since", TieView::since)
            .and("until", TieView::until)
            .and("percent", TieView::percent)
            .and("segment", TieView::segment)
            .and("generation", TieView::generation)
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
                tie.until(),
                tie.percent(),
                tie.segment(),
                tie.generation(),
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
