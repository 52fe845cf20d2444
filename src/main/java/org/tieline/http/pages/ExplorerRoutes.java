package org.tieline.http.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.EntityTag;
import org.tieline.http.message.Requests;
import org.tieline.question.Snapshots;

/**
 * The explorer: one page with its scripts and styles, all read from the class path at start. The page asks the API as any
 * other client does.
 */
public final class ExplorerRoutes {
    /** Every file of the explorer but the page itself. */
    static final List<String> FILES = PageFile.names("explorer").stream()
            .filter(name -> !name.equals("index.html"))
            .toList();

    /** Addresses that people share; the page reads from the address what to show. */
    static final List<String> PAGES = List.of(
            "/",
            "/exposures",
            "/carriers/{id}",
            "/organizations/{id}",
            "/bans",
            "/bans/{id}",
            "/countries",
            "/countries/{id}",
            "/sources/{id}",
            "/ties/{id}",
            "/compare",
            "/changes",
            "/events",
            "/matrix",
            "/scenario",
            "/screening");

    /** Small pages that others may show in a frame, where the settings say so. */
    static final List<String> CARDS = List.of("/embed/carriers/{id}", "/embed/bans/{id}", "/embed/countries/{id}");

    /**
     * Everything comes from this server, and no text can become a script or a style. {@code blob:} is for the picture of the
     * timeline that a reader saves.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors ";

    private static final String NOBODY = "'none'";

    /** What libraries bring, by the names that the explorer imports. */
    static final Map<String, PageFile> LIBRARIES = Map.of(
            "cytoscape.js", library("cytoscape", "dist/cytoscape.esm.min.mjs", "cytoscape.js"),
            "d3-array.js", library("d3-array", "dist/d3-array.min.js", "d3-array.js"),
            "d3-geo.js", library("d3-geo", "dist/d3-geo.min.js", "d3-geo.js"));

    /** Below these nobody looks for a page. */
    private static final List<String> FOR_PROGRAMS = List.of(
            "/v1",
            "/explorer/",
            "/problems/",
            "/health/",
            "/reconcile",
            "/docs/",
            "/browser/",
            PreviewRoutes.PATH + "/");

    private static final String PAGE =
            new String(PageFile.own("explorer/index.html").content(), StandardCharsets.UTF_8);

    private final Snapshots snapshots;
    private final PageOptions options;

    /** @param snapshots tell what pages are called where they are linked to */
    public ExplorerRoutes(Snapshots snapshots, PageOptions options) {
        this.snapshots = snapshots;
        this.options = options;
    }

    /**
     * What the explorer has to know of this server.
     *
     * @param neo4jBrowser null if there is none to open queries in
     */
    record Config(@Nullable Neo4jBrowser neo4jBrowser) {}

    /** Handlers by path. */
    public Map<String, Handler> routes() {
        Map<String, Handler> routes = new LinkedHashMap<>();
        PAGES.forEach(path -> routes.put(path, page(NOBODY)));
        String embedders = options.embedders().isEmpty() ? NOBODY : String.join(" ", options.embedders());
        CARDS.forEach(path -> routes.put(path, page(embedders)));
        FILES.forEach(file -> routes.put("/explorer/" + file, guarded(PageFile.own("explorer/" + file))));
        LIBRARIES.forEach((file, library) -> routes.put("/explorer/" + file, guarded(library)));
        routes.put("/explorer/config.json", told(new Config(options.browser())));
        PageFile changes = PageFile.own("CHANGELOG.md");
        routes.put(
                "/explorer/release.json",
                told(DataRelease.read(new String(changes.content(), StandardCharsets.UTF_8))));
        routes.put("/explorer/data-changes.md", guarded(changes));
        return routes;
    }

    /**
     * Answers a request that no route fits with the page, which says so, if it comes from a person: it asks for HTML, and
     * not under an address of the API or of a file.
     *
     * @return whether it did
     */
    public boolean answersMissing(Context context) {
        String accept = Objects.requireNonNullElse(context.header("Accept"), "");
        boolean person = accept.contains("text/html")
                && Requests.route(context).equals(Requests.NO_ROUTE)
                && FOR_PROGRAMS.stream().noneMatch(context.path()::startsWith);
        if (person) {
            headers(context, NOBODY);
            context.status(HttpStatus.NOT_FOUND).contentType(PageFile.HTML).result(page(context, LinkPreview.NO_PAGE));
        }
        return person;
    }

    private static PageFile library(String artifact, String path, String name) {
        return PageFile.ofWebjar("org.webjars.npm", artifact, path, name);
    }

    /** The page with its name in its head, so that links to it can be previewed. */
    private Handler page(String embedders) {
        return context -> {
            headers(context, embedders);
            byte[] content = page(context, LinkPreview.of(context, snapshots.latest()));
            if (isMissing(context)) {
                context.status(HttpStatus.NOT_FOUND).contentType(PageFile.HTML).result(content);
            } else {
                new PageFile(PageFile.HTML, content, EntityTag.of(content)).answer(context);
            }
        };
    }

    private static byte[] page(Context context, LinkPreview preview) {
        String query = context.queryString();
        String path = context.req().getRequestURI() + (query == null || query.isEmpty() ? "" : "?" + query);
        return preview.in(PAGE, Requests.base(context), path).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the page is about something that is not on record; the page says so to people, its status to programs. */
    private boolean isMissing(Context context) {
        String id = context.pathParamMap().get("id");
        // Where facts are for those who have a key, nobody else is told which there are.
        if (id == null || context.appData(Requests.KEYED)) {
            return false;
        }
        String folder = Requests.route(context).replaceFirst("^/embed", "").split("/", 3)[1];
        return snapshots
                .latest()
                .filter(snapshot -> LinkPreview.ofRecord(folder, id, snapshot).isEmpty())
                .isPresent();
    }

    /** What stays the same as long as the server runs, as JSON. */
    private static Handler told(Object fact) {
        return context -> {
            headers(context, NOBODY);
            Requests.answer(context, fact);
        };
    }

    private static Handler guarded(PageFile file) {
        return context -> {
            headers(context, NOBODY);
            file.answer(context);
        };
    }

    /** @param embedders who may show the answer in a frame, as the policy has it */
    private static void headers(Context context, String embedders) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY + embedders)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
