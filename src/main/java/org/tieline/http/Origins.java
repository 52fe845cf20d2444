package org.tieline.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.Answers;

/**
 * Whose web pages may read the answers (the CORS protocol of the Fetch standard). Without any, browsers show the answers to
 * pages of this address alone.
 *
 * @param listed origins like {@code https://example.org:8080}, or {@code *} for all
 */
public record Origins(List<String> listed) {
    /** No pages but its own. */
    public static final Origins NONE = new Origins(List.of());

    private static final String ANY = "*";
    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(10);

    /** What a page may read besides the body. */
    private static final List<String> EXPOSED = List.of(
            "Allow",
            "Accept-Post",
            "Content-Disposition",
            "ETag",
            "Link",
            "Location",
            "Retry-After",
            ExportRoutes.SHA256,
            ExportRoutes.VERSION,
            ExportRoutes.LEFT_OUT,
            Answers.NOTICE,
            Answers.SNAPSHOT,
            Answers.TOTAL,
            "Tieline-Truncated",
            "WWW-Authenticate",
            "X-Request-ID",
            "traceparent");

    public Origins {
        listed = List.copyOf(listed);
    }

    /** These and others. */
    public Origins and(String... others) {
        return new Origins(
                Stream.concat(listed.stream(), Arrays.stream(others)).distinct().toList());
    }

    /**
     * Whether a page may ask at all, where it is not enough that it cannot read the answer.
     *
     * @param origin as its browser tells it; null for who is no page
     * @param own the origin of this server as the client knows it
     */
    boolean admits(@Nullable String origin, String own) {
        return origin == null || origin.equals(own) || listed.contains(origin) || listed.contains(ANY);
    }

    void allow(JavalinConfig config) {
        if (listed.isEmpty()) {
            return;
        }
        boolean any = listed.contains(ANY);
        if (!any) {
            // An answer to a page without permission must not be kept for one that has it, nor the other way round.
            config.routes.before(context -> context.header("Vary", "Origin"));
        }
        config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> {
            if (any) {
                rule.anyHost();
            } else {
                listed.forEach(origin -> rule.allowHost(origin));
            }
            EXPOSED.forEach(rule::exposeHeader);
            rule.maxAge = (int) LONGEST_MEMORY.toSeconds();
        }));
        config.routes.beforeMatched(Origins::answerOthersToo);
    }

    /** The plugin calls a request from another origin bad. It is not: only that page is not to read the answer. */
    private static void answerOthersToo(Context context) {
        if (context.status() == HttpStatus.BAD_REQUEST) {
            context.status(HttpStatus.OK);
        }
    }
}
