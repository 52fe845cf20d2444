package org.tieline.question.records;

import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.SelfLink;

/**
 * A source.
 *
 * @param published null if not known
 * @param url null if its address is not known
 */
public record SourceView(String id, String publisher, String title, PartialDate published, String url, SelfLink links) {
    static final Columns<SourceView> COLUMNS = Columns.<SourceView>none()
            .and("id", SourceView::id)
            .and("publisher", SourceView::publisher)
            .and("title", SourceView::title)
            .and("published", SourceView::published)
            .and("url", SourceView::url);

    public static SourceView of(Source source) {
        return new SourceView(
                source.id(),
                source.publisher(),
                source.title(),
                source.published(),
                source.url(),
                new SelfLink(Links.source(source.id())));
    }
}
