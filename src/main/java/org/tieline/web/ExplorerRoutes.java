package org.tieline.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The explorer: one page with its scripts and styles, all read from the class path at start. The page asks the API as any
 * other client does.
 */
final class ExplorerRoutes {
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

    private static final String FOLDER = "/org/tieline/web/explorer/";
    private static final String CYTOSCAPE =
            "/META-INF/resources/webjars/cytoscape/%s/dist/cytoscape.esm.min.mjs".formatted(cytoscapeVersion());

    private final Neo4jBrowser browser;

    /** @param browser null if there is none to open queries in */
    ExplorerRoutes(Neo4jBrowser browser) {
        this.browser = browser;
    }

    /**
     * A file as it is sent.
     *
     * @param tag names its content, in quotes
     */
    record Asset(String type, byte[] content, String tag) {
        static Asset read(String resource, String type) {
            try (InputStream in = ExplorerRoutes.class.getResourceAsStream(resource)) {
                byte[] content = Objects.requireNonNull(in, resource + " is not on the class path")
                        .readAllBytes();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return new Asset(type, content, '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, 12)) + '"');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        /** Clients may keep it, and ask each time whether it is still the same. */
        void answer(Context context) {
            context.header("Cache-Control", "no-cache").header("ETag", tag);
            headers(context);
            String known = context.header("If-None-Match");
            if (known != null && known.contains(tag)) {
                context.status(HttpStatus.NOT_MODIFIED);
            } else {
                context.contentType(type).result(content);
            }
        }
    }

    /**
     * What the explorer has to know of this server.
     *
     * @param neo4jBrowser null if there is none to open queries in
     */
    record Config(Neo4jBrowser neo4jBrowser) {}

    /** Handlers by path. */
    Map<String, Handler> routes() {
        Map<String, Handler> routes = new LinkedHashMap<>();
        Asset page = Asset.read(FOLDER + "index.html", "text/html;charset=utf-8");
        PAGES.forEach(path -> routes.put(path, page::answer));
        for (String file : FILES) {
            routes.put("/explorer/" + file, Asset.read(FOLDER + file, type(file))::answer);
        }
        routes.put("/explorer/cytoscape.js", Asset.read(CYTOSCAPE, type(".js"))::answer);
        routes.put("/explorer/config.json", context -> {
            headers(context);
            Json.answer(context, new Config(browser));
        });
        return routes;
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    private static String type(String file) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".js" -> "text/javascript;charset=utf-8";
            case ".css" -> "text/css;charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("what is the type of " + file);
        };
    }

    /** The jar says it in the properties that Maven puts there. */
    private static String cytoscapeVersion() {
        String resource = "/META-INF/maven/org.webjars.npm/cytoscape/pom.properties";
        try (InputStream in = ExplorerRoutes.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, resource + " is not on the class path"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
