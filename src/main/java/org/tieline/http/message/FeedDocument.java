package org.tieline.http.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.question.FeedEntry;
import org.tieline.question.Json;

/**
 * What happened, as readers of feeds take it: the newest first.
 *
 * @param title what the question asks
 * @param base the address of this server as the client knows it
 * @param self the path and query of the feed
 * @param entries in any order
 * @param total how many there are in all
 * @param next the path and query of the feed of those before; null if there are none
 */
public record FeedDocument(
        String title,
        String base,
        String self,
        List<FeedEntry> entries,
        long total,
        @Nullable String next) {
    private static final String NAME = "Tieline";

    public FeedDocument {
        entries = entries.stream()
                .sorted(Comparator.comparing(FeedEntry::at).reversed())
                .toList();
    }

    /** As RFC 4287 and JSON Feed 1.1 have it, in UTF-8. */
    public byte[] bytes(FeedForm form) {
        return switch (form) {
            case ATOM -> atom();
            case JSON_FEED -> Json.bytes(jsonFeed());
        };
    }

    private record JsonFeed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePage,
            @JsonProperty("feed_url") String feed,
            @JsonProperty("next_url") @Nullable String next,
            String description,
            List<Item> items) {}

    /** @param event all that an answer in JSON tells, under a name of our own, as the format wants */
    private record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String content,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("_tieline") FeedEntry event) {}

    private JsonFeed jsonFeed() {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                heading(),
                base + "/events",
                base + self,
                next == null ? null : base + next,
                notice(),
                entries.stream()
                        .map(entry -> new Item(
                                entry.id(), base + entry.address(), entry.title(), entry.title(), entry.at(), entry))
                        .toList());
    }

    private String notice() {
        return next == null ? Json.NOTICE : Json.NOTICE + " %d of %d events.".formatted(entries.size(), total);
    }

    private String heading() {
        return NAME + ": " + title;
    }

    private byte[] atom() {
        Feed feed = new Feed("atom_1.0");
        feed.setId(base + self);
        feed.setTitle(heading());
        Content notice = new Content();
        notice.setValue(notice());
        feed.setSubtitle(notice);
        feed.setUpdated(
                date(entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at()));
        Person author = new Person();
        author.setName(NAME);
        feed.setAuthors(List.of(author));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", "/events")));
        List<Link> links = new ArrayList<>(List.of(link("self", FeedForm.ATOM.type(), self)));
        if (next != null) {
            links.add(link("next", FeedForm.ATOM.type(), next));
        }
        feed.setOtherLinks(links);
        feed.setEntries(entries.stream().map(this::entry).toList());
        try {
            StringWriter text = new StringWriter();
            new WireFeedOutput().output(feed, text);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("the feed could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(FeedEntry happened) {
        Entry entry = new Entry();
        /* A name that stays when the server gets another address. */
        entry.setId("urn:tieline:" + happened.id());
        entry.setTitle(happened.title());
        entry.setUpdated(date(happened.at()));
        entry.setPublished(date(happened.at()));
        entry.setAlternateLinks(List.of(link("alternate", "application/json", happened.address())));
        Content content = new Content();
        content.setType(Content.TEXT);
        content.setValue(happened.title());
        entry.setContents(List.of(content));
        return entry;
    }

    private Link link(String relation, String type, String path) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(base + path);
        return link;
    }

    private static Date date(Instant at) {
        return Date.from(at);
    }
}
