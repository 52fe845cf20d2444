package org.tieline.http.pages;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.util.StringUtil;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.Requests;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TielineException;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Given;
import org.tieline.question.words.BanName;

/**
 * What a page of the explorer is called where somebody links to it: chats and search engines read the title and the sentence
 * of the page as it is sent, and run no scripts.
 *
 * @param picture its address on this server
 */
record LinkPreview(String title, String sentence, String picture) {
    private static final int LONGEST = 300;

    /** That of pages which have none of their own, as large as those. */
    private static final String PICTURE = "/explorer/preview.png";

    private static final LinkPreview WHOLE = new LinkPreview(
            "Tieline",
            "Which telecom carriers are tied to a restricted vendor, on which day, through whom, and who says so.");

    /** Of a record that there is not, in the words in which the page says so, and of an address that leads to no page. */
    private static final LinkPreview MISSING = new LinkPreview("Not on record", WHOLE.sentence());

    static final LinkPreview NO_PAGE = new LinkPreview("No such page", WHOLE.sentence());

    private LinkPreview(String title, String sentence) {
        this(title, sentence, PICTURE);
    }

    /**
     * Of the page that is asked for; in general words where nothing was read yet, or the facts are for those who have a key.
     *
     * @param snapshot empty if nothing was read yet
     */
    static LinkPreview of(Context context, Optional<Snapshot> snapshot) {
        if (snapshot.isEmpty() || context.appData(Requests.KEYED)) {
            return WHOLE;
        }
        String page = Requests.route(context).replaceFirst("^/embed", "").replace("/{id}", "");
        String id = context.pathParamMap().get("id");
        if (id != null) {
            return ofRecord(page.substring(1), id, snapshot.get())
                    .map(preview -> preview.pictured("%s%s/%s.png".formatted(PreviewRoutes.PATH, page, encoded(id)))
                            .on(day(context)))
                    .orElse(MISSING);
        }
        return ofQuestion(context, page, snapshot.get()).orElse(WHOLE);
    }

    /** Of a question that the address asks, where it can be understood. */
    private static Optional<LinkPreview> ofQuestion(Context context, String page, Snapshot snapshot) {
        boolean compares = page.equals("/compare");
        boolean asks = page.equals("/exposures") || page.equals("/") && context.queryString() != null;
        if (!compares && !asks) {
            return Optional.empty();
        }
        try {
            Given given = Requests.query(context);
            PreviewAnswers answers = new PreviewAnswers(snapshot, Requests.today(), given);
            if (page.equals("/") && !answers.asks()) {
                return Optional.empty();
            }
            String query = context.queryString() == null ? "" : "?" + context.queryString();
            LinkPreview preview = compares
                    ? new LinkPreview(
                            answers.compared(), "Two carriers beside each other: who is tied to whom, and who says so.")
                    : new LinkPreview(answers.question(), WHOLE.sentence());
            return Optional.of(preview.pictured(PreviewRoutes.PATH + (compares ? "/compare" : "/exposures") + query)
                    .titled(day(context)));
        } catch (TielineException e) {
            return Optional.empty();
        }
    }

    private LinkPreview pictured(String address) {
        return new LinkPreview(title, sentence, address);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Null if there is none, or it is none. */
    private static @Nullable LocalDate day(Context context) {
        try {
            String day = context.queryParam("asOf");
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * Of what a page is about.
     *
     * @param kind the first segment of the page's address, like {@code bans}
     * @param id what stands behind it; of an organization a former id too
     * @return empty if it is not on record
     */
    static Optional<LinkPreview> ofRecord(String kind, String id, Snapshot snapshot) {
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
                Optional.of(id)
                        .filter(Country::isCode)
                        .map(code -> new LinkPreview(
                                Country.english(code),
                                "Its bans on telecom vendors, its carriers, and how they are tied to vendors."));
            default -> Optional.empty();
        };
    }

    private static LinkPreview ofOrganization(Organization organization) {
        String what = Stream.of(
                        organization.kind().text(),
                        Optional.ofNullable(organization.country())
                                .map(Country::english)
                                .orElse(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return new LinkPreview(
                organization.name(),
                "%s: its ties to telecom vendors, the bans that bear on them, and who says so."
                        .formatted(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1)));
    }

    private static LinkPreview ofBan(Ban ban, Snapshot snapshot) {
        return new LinkPreview(
                BanName.of(ban, snapshot).toString(),
                Objects.requireNonNullElse(ban.summary(), "A ban on telecom vendors, its life and its sources."));
    }

    private static LinkPreview ofTie(Tie tie, Snapshot snapshot) {
        String summary = tie.summary();
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

    private LinkPreview titled(@Nullable LocalDate day) {
        return day == null ? this : new LinkPreview("%s on %s".formatted(title, day), sentence, picture);
    }

    private LinkPreview on(@Nullable LocalDate day) {
        return day == null ? this : titled(day).pictured("%s?asOf=%s".formatted(picture, day));
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
                  <meta property="og:image:width" content="%5$d">
                  <meta property="og:image:height" content="%6$d">
                  <meta property="og:image:alt" content="%1$s">
                  <meta name="twitter:card" content="summary_large_image">""".formatted(
                        escaped(shown),
                        escaped(told),
                        escaped(base + path),
                        escaped(base + picture),
                        PreviewPicture.WIDTH,
                        PreviewPicture.HEIGHT);
        String without = page.replaceFirst("\\s*<meta name=\"description\"[^>]*>", "");
        int from = without.indexOf("<title>");
        int to = without.indexOf("</title>") + "</title>".length();
        return without.substring(0, from) + head + without.substring(to);
    }

    private static String escaped(String text) {
        return StringUtil.sanitizeXmlString(text);
    }
}
