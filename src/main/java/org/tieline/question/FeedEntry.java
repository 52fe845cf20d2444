package org.tieline.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** A result that feeds can tell too: something that happened at a time. A question is told in feeds if its results are such. */
public interface FeedEntry {
    /** The same as long as it is told. */
    String id();

    /** When it happened. */
    Instant at();

    /** A sentence for people. */
    String title();

    /** Where to read on, an address of this API. */
    @JsonIgnore
    String address();
}
