package org.tieline.http.pages;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.http.message.Requests;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;

/**
 * What a page of the explorer is called where somebody links to it: chats and search engines read the title and the sentence
 * of the page as it is sent, and run no scripts.
 */
record LinkPreview(String title, String sentence) {
    private static final int LONGEST = 300;

    /** The same for every page, 1200 by 630 pixels. */
    private static final String PICTURE = "/explorer/preview.png";

    private static final LinkPreview WHOLE = new LinkPreview(
            "Tieline",
            "Which telecom carriers are tied to a restricted vendor, on which day, through whom, and who says so.");

    /**
     * Of the page that is asked for; in general words where the id is unknown or nothing was read yet.
     *
     * @param snapshot empty if nothing was read yet
     */
    static LinkPreview of(Context context, Optional<Snapshot> snapshot) {
        String id = context.pathParamMap().get("id");
        if (id == null || snapshot.isEmpty()) {
            return WHOLE;
        }
        String[] parts = Requests.route(context).replaceFirst("^/embed", "").split("/");
        return ofRecord(parts[1], id, snapshot.get())
                .map(preview -> preview.on(context.queryParam("asOf")))
                .orElse(WHOLE);
    }

    private static Optional<LinkPreview> ofRecord(String kind, String id, Snapshot snapshot) {
        return switch (kind) {
            case "carriers", "organizations" ->
                Optional.ofNullable(snapshot.organizations().get(snapshot.currentId(id)))
                        .map(LinkPreview::ofOrganization);
            case "bans" -> Optional.ofNullable(snapshot.bans().get(id)).map(ban -> ofBan(ban, snapshot));
            case "ties" ->
                snapshot.search().graph().ties(List.of(id)).values().stream()
                        .findFirst()
                        .map(tie -> ofTie(tie, snapshot));
            case "sources" -> Optional.ofNullable(snapshot.sources().get(id)).map(LinkPreview::ofSource);
            case "countries" ->
                Optional.of(country(id))
                        .filter(name -> !name.isBlank())
                        .map(name -> new LinkPreview(
                                name, "Its bans on telecom vendors, its carriers, and how they are tied to vendors."));
            default -> Optional.empty();
        };
    }

    private static LinkPreview ofOrganization(Organization organization) {
        String what = Stream.of(
                        organization.kind().text(),
                        Optional.ofNullable(organization.country())
                                .map(LinkPreview::country)
                                .orElse(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return new LinkPreview(
                organization.name(),
                "%s: its ties to telecom vendors, the bans that bear on them, and who says so."
                        .formatted(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1)));
    }

    private static LinkPreview ofBan(Ban ban, Snapshot snapshot) {
        String targets = ban.targets().stream().map(id -> name(id, snapshot)).collect(Collectors.joining(", "));
        return new LinkPreview(
                "%s: %s on %s".formatted(country(ban.country()), ban.nature().text(), targets),
                Objects.requireNonNullElse(ban.summary(), "A ban on telecom vendors, its life and its sources."));
    }

    private static LinkPreview ofTie(Tie tie, Snapshot snapshot) {
        String summary = snapshot.records().whole(tie).summary();
        return new LinkPreview(
                "%s and %s".formatted(name(tie.from(), snapshot), name(tie.to(), snapshot)),
                summary == null || summary.isBlank()
                        ? "A tie between two organizations, its life and its sources."
                        : summary);
    }

    private static LinkPreview ofSource(Source source) {
        return new LinkPreview(
                source.title(), "%s: what rests on this source.".formatted(Objects.toString(source.publisher(), "")));
    }

    private static String name(String id, Snapshot snapshot) {
        return Optional.ofNullable(snapshot.organizations().get(id))
                .map(Organization::name)
                .orElse(id);
    }

    private static String country(String code) {
        return code.matches("[A-Z]{2}") ? Country.english(code) : "";
    }

    private LinkPreview on(String day) {
        try {
            return day == null ? this : new LinkPreview("%s on %s".formatted(title, LocalDate.parse(day)), sentence);
        } catch (DateTimeParseException e) {
            return this;
        }
    }

    /**
     * The page with this in its head.
     *
     * @param page has a title and a description to put it in the place of
     * @param base the address of this server
     * @param path under which the page was asked for, with its query
     */
    String in(String page, String base, String path) {
        String shown = title.equals("Tieline") ? title : title + " · Tieline";
        String told = sentence.length() > LONGEST ? sentence.substring(0, LONGEST - 1) + "…" : sentence;
        String head = """
                <title>%1$s</title>
                  <meta name="description" content="%2$s">
                  <meta property="og:type" content="website">
                  <meta property="og:site_name" content="Tieline">
                  <meta property="og:title" content="%1$s">
                  <meta property="og:description" content="%2$s">
                  <meta property="og:url" content="%3$s">
                  <meta property="og:image" content="%4$s">
                  <meta name="twitter:card" content="summary_large_image">""".formatted(escaped(shown), escaped(told), escaped(base + path), escaped(base + PICTURE));
        String without = page.replaceFirst("\\s*<meta name=\"description\"[^>]*>", "");
        int from = without.indexOf("<title>");
        int to = without.indexOf("</title>") + "</title>".length();
        return without.substring(0, from) + head + without.substring(to);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
