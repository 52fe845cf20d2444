package org.tieline.http.pages;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.guide.Guide;
import org.tieline.http.message.Requests;

/**
 * The guide and the style sheet for Neo4j Browser. Its pages come from another origin, of any server, so these two addresses,
 * which hold nothing but what the program brought along, may be read by pages of every origin.
 */
public final class GuideRoutes {
    /** What Browser plays. */
    public static final String GUIDE = "/browser/guide.html";

    private static final String STYLE = "/browser/style.grass";
    private static final String PRIVATE_NETWORK = "Access-Control-Request-Private-Network";

    private GuideRoutes() {}

    /** Handlers by path. */
    public static Map<String, Handler> read() {
        Guide guide = Guide.read();
        String style = Guide.style();
        Map<String, Handler> routes = new LinkedHashMap<>();
        routes.put(GUIDE, context -> answer(context, "text/html;charset=utf-8", guide.html(Requests.base(context))));
        routes.put(STYLE, context -> answer(context, "text/plain;charset=utf-8", style));
        return routes;
    }

    /** Browser asks before it fetches the guide, because it sends headers that keep caches away. */
    public static void preflight(JavalinConfig config) {
        List.of(GUIDE, STYLE)
                .forEach(path -> config.routes.addHttpHandler(HandlerType.OPTIONS, path, GuideRoutes::allow));
    }

    private static void answer(Context context, String type, String text) {
        context.header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .contentType(type)
                .result(text);
    }

    private static void allow(Context context) {
        context.status(HttpStatus.NO_CONTENT)
                .header("Allow", "GET, HEAD, OPTIONS")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", "cache-control, pragma")
                .header("Access-Control-Max-Age", "600");
        if (context.header(PRIVATE_NETWORK) != null) {
            context.header("Access-Control-Allow-Private-Network", "true");
        }
        context.res().setContentType(null);
    }
}
