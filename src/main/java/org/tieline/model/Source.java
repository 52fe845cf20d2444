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
 * @param archivedUrl the address of a copy that does not change; null if none is known
 * @param retrieved when the address was last read; null if unknown
 * @param sha256 the digest of the bytes that the address gave when it was retrieved, 64 lower-case hexadecimal digits; null if unknown
 */
public record Source(
        String id,
        String publisher,
        String title,
        @Nullable PartialDate published,
        @Nullable String url,
        @Nullable String archivedUrl,
        @Nullable PartialDate retrieved,
        @Nullable String sha256) {
    /** @throws InvalidValue naming the field, its value and what would be right */
    public Source {
        FieldCheck.id("id", id);
        FieldCheck.text("publisher", publisher);
        FieldCheck.text("title", title);
        requireAddress("url", url);
        requireAddress("archivedUrl", archivedUrl);
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            throw new InvalidValue("sha256", sha256, "must be 64 lower-case hexadecimal digits");
        }
        if (sha256 != null && retrieved == null) {
            throw new InvalidValue("sha256", sha256, "must stand beside retrieved, when the address gave these bytes");
        }
    }

    /** One of which nobody kept a copy. */
    public Source(String id, String publisher, String title, @Nullable PartialDate published, @Nullable String url) {
        this(id, publisher, title, published, url, null, null, null);
    }

    private static void requireAddress(String field, @Nullable String address) {
        if (address != null && !address.matches("https?://\\S+")) {
            throw new InvalidValue(field, address, "must be an http or https address");
        }
    }
}
