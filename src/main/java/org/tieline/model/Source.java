package org.tieline.model;

import org.jspecify.annotations.Nullable;

/**
 * Something published that states a tie or a ban.
 *
 * @param id lower kebab case, unique among sources
 * @param publisher who published it
 * @param title its title; in [brackets] where it is our description
 * @param published when; null if unknown. One of reduced precision counts as published on its last day
 * @param url its address; null if none is known
 */
public record Source(
        String id,
        String publisher,
        String title,
        @Nullable PartialDate published,
        @Nullable String url) {
    /** @throws InvalidValue naming the field, its value and what would be right */
    public Source {
        FieldCheck.id("id", id);
        FieldCheck.text("publisher", publisher);
        FieldCheck.text("title", title);
        if (url != null && !url.matches("https?://\\S+")) {
            throw new InvalidValue("url", url, "must be an http or https address");
        }
    }
}
