package org.tieline.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.ProblemType;
import org.tieline.http.message.RequestMarks;
import org.tieline.http.message.Requests;
import org.tieline.http.pages.PreviewRoutes;
import org.tieline.http.reconcile.ReconcileRoutes;

/**
 * Lets in who may ask and not more often than allowed: keys and the rate limit, for everything that answers from the facts.
 * Health, metrics, problem pages, the contract, the manifest of reconciliation and pages without facts stay open: a probe or
 * a scraper has no key, and who is to get one must be able to read what for. They tell how the server is, not what it knows.
 *
 * <p>It looks at the route that was found, not at the path that was sent, so that no spelling of a path gets around it.
 */
final class Guard {
    private static final String CHALLENGE = "Bearer realm=\"Tieline\"";
    private static final String BEARER = "bearer ";
    private static final int SECONDS_A_MINUTE = 60;

    /** An address of IPv6 chooses its last 64 bits itself. */
    private static final int NETWORK_BYTES = 8;

    private final @Nullable ApiKeys keys;
    private final int rateLimit;

    /** By {@link System#nanoTime}, when the minutes began to be counted, a little before the limiter does; 0 if not yet. */
    private volatile long begun;

    private Guard(@Nullable ApiKeys keys, int rateLimit) {
        this.keys = keys;
        this.rateLimit = rateLimit;
    }

    static void install(JavalinConfig config, ApiOptions options) {
        Guard guard = new Guard(options.keys(), options.rateLimit());
        config.appData(Requests.KEYED, options.keys() != null);
        if (options.rateLimit() > 0) {
            config.registerPlugin(new RateLimitPlugin(limiter -> limiter.setKeyFunction(Guard::client)));
        }
        config.routes.beforeMatched(guard::check);
    }

    /** Whether a request is answered from the facts. */
    static boolean guards(Context context) {
        String route = Requests.route(context);
        return route.startsWith("/v1/")
                || route.startsWith(PreviewRoutes.PATH + "/")
                || route.equals(McpRoute.PATH)
                || route.startsWith(ReconcileRoutes.PATH + "/")
                || route.equals(ReconcileRoutes.PATH) && !ReconcileRoutes.isForManifest(context);
    }

    private void check(Context context) {
        // A browser asks what it may do before it may send a key.
        if (context.method() == HandlerType.OPTIONS || !guards(context)) {
            return;
        }
        Optional<String> name = keys == null ? Optional.empty() : key(context).flatMap(keys::nameOf);
        name.ifPresent(client -> {
            context.attribute(RequestMarks.CLIENT, client);
            MDC.put(RequestMarks.CLIENT, client);
        });
        if (rateLimit > 0) {
            limit(context);
        }
        if (keys != null) {
            context.res().addHeader("Vary", "Authorization, " + Requests.KEY_HEADER);
            if (name.isEmpty()) {
                refuse(context);
            }
        }
    }

    private static Optional<String> key(Context context) {
        String own = context.header(Requests.KEY_HEADER);
        if (own != null) {
            return Optional.of(own.strip());
        }
        String header = context.header("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static void refuse(Context context) {
        boolean sent = key(context).isPresent();
        context.header("WWW-Authenticate", sent ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        throw new HttpRefusal(
                ProblemType.NO_KEY,
                sent
                        ? "the key that was sent is not known here"
                        : "a key must be sent in the header %s, or in Authorization after Bearer"
                                .formatted(Requests.KEY_HEADER));
    }

    private void limit(Context context) {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        try {
            context.with(RateLimitPlugin.class).requestPerTimeUnit(rateLimit, TimeUnit.MINUTES);
        } catch (io.javalin.http.HttpResponseException e) {
            if (e.getStatus() != HttpStatus.TOO_MANY_REQUESTS.getCode()) {
                throw e;
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) % SECONDS_A_MINUTE;
            context.header("Retry-After", String.valueOf(SECONDS_A_MINUTE - seconds + 1));
            throw new HttpRefusal(
                    ProblemType.TOO_MANY_REQUESTS,
                    "%d requests a minute are allowed here; Retry-After says in how many seconds the next minute begins"
                            .formatted(rateLimit));
        }
    }

    /**
     * Who asks: the name of the key, or the address that the connection comes from. What a client says of itself in
     * {@code X-Forwarded-For} is not believed, or each request could come from another.
     */
    private static String client(Context context) {
        String name = context.attribute(RequestMarks.CLIENT);
        return name == null ? "address " + network(context.req().getRemoteAddr()) : "key " + name;
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
