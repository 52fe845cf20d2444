package org.tieline.web;



import org.tieline.model.PartialDate;
import org.tieline.model.Source;


/** A source; null where its date or its address is unknown. */
record SourceView(String id, String publisher, String title, PartialDate published, String url, Self links) {
    static SourceView of(Source source) {
        return new SourceView(
                source.id(),
                source.publisher(),
                source.title(),
                source.published(),
                source.url(),
                new Self(Links.source(source.id())));
    }
}
