package org.tieline.http.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.http.message.Requests;

/**
 * The explorer: one page with its scripts and styles, all read from the class path at start. The page asks the API as any
 * other client does.
 */
public final class ExplorerRoutes {
    /** Every file of the explorer but the page itself. */
    static final List<String> FILES = List.of(
            "address.js",
            "answer.js",
            "api.js",
            "ban.js",
            "chart.js",
            "days.js",
            "dom.js",
            "download.js",
            "evidence.js",
            "explorer.css",
            "graph.js",
            "graph-style.js",
            "icon.svg",
            "life.js",
            "main.js",
            "names.js",
            "neo4j.js",
            "options.js",
            "organization.js",
            "pages.css",
            "path.js",
            "question.js",
            "questions.js",
            "rows.js",
            "scenario.js",
            "scenario-form.js",
            "suggest.js",
            "table.js",
            "theme.js",
            "timeline.js",
            "tray.js",
            "tree.js",
            "views.css",
            "words.js");

    /** Addresses that people share; the page reads from the address what to show. */
    static final List<String> PAGES = List.of("/", "/carriers/{id}", "/organizations/{id}", "/bans/{id}", "/scenario");

    /**
     * Everything comes from this server, and no text can become a script or a style. {@code blob:} is for the picture of the
     * timeline that a reader saves.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private static final PageFile CYTOSCAPE =
            PageFile.ofWebjar("org.webjars.npm", "cytoscape", "dist/cytoscape.esm.min.mjs", "cytoscape.js");

    private final Neo4jBrowser browser;

    /** @param browser null if there is none to open queries in */
    public ExplorerRoutes(Neo4jBrowser browser) {
        this.browser = browser;
    }

    /**
     * What the explorer has to know of this server.
     *
     * @param neo4jBrowser null if there is none to open queries in
     */
    record Config(Neo4jBrowser neo4jBrowser) {}

    /** Handlers by path. */
    public Map<String, Handler> routes() {
        Map<String, Handler> routes = new LinkedHashMap<>();
        Handler page = guarded(PageFile.own("explorer/index.html"));
        PAGES.forEach(path -> routes.put(path, page));
        FILES.forEach(file -> routes.put("/explorer/" + file, guarded(PageFile.own("explorer/" + file))));
        routes.put("/explorer/cytoscape.js", guarded(CYTOSCAPE));
        routes.put("/explorer/config.json", context -> {
            headers(context);
            Requests.answer(context, new Config(browser));
        });
        return routes;
    }

    private static Handler guarded(PageFile file) {
        return context -> {
            headers(context);
            file.answer(context);
        };
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
