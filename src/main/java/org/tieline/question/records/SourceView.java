package org.tieline.question.records;

import org.jspecify.annotations.Nullable;
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
 * @param archivedUrl where a copy of it is kept that does not change; null if none is known
 * @param retrieved when the address was last read; null if not known
 * @param sha256 the SHA-256 of what the address gave then, in hexadecimal digits; null if not known
 */
public record SourceView(
        String id,
        String publisher,
        String title,
        @Nullable PartialDate published,
        @Nullable String url,
        @Nullable String archivedUrl,
        @Nullable PartialDate retrieved,
        @Nullable String sha256,
        SelfLink links) {
    static final Columns<SourceView> COLUMNS = Columns.<SourceView>none()
            .and("id", SourceView::id)
            .and("publisher", SourceView::publisher)
            .and("title", SourceView::title)
            .and("published", SourceView::published)
            .and("url", SourceView::url)
            .and("archivedUrl", SourceView::archivedUrl)
            .and("retrieved", SourceView::retrieved)
            .and("sha256", SourceView::sha256);

    public static SourceView of(Source source) {
        return new SourceView(
                source.id(),
                source.publisher(),
                source.title(),
                source.published(),
                source.url(),
                source.archivedUrl(),
                source.retrieved(),
                source.sha256(),
                new SelfLink(Links.source(source.id())));
    }
}
