package org.tieline.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tieline.model.TielineException.BadQuestion;

/** How answers go to clients of reconciliation, and how these reach the server. */
final class ReconcileReply {
    /** JavaScript that names a function, and nothing else. */
    private static final Pattern CALLBACK = Pattern.compile("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*){0,5}");

    private static final int LONGEST_CALLBACK = 200;

    private ReconcileReply() {}

    /**
     * JSON; or JSONP, which the specification allows beside CORS, where a GET names a callback.
     *
     * @throws BadQuestion if the callback is none, or a page of another host asks
     */
    static void answer(Context context, Object value) {
        Optional<String> callback = context.method() == HandlerType.POST
                ? Optional.empty()
                : Requests.parameters(context).text("callback");
        if (callback.isEmpty()) {
            Json.answer(context, value);
            return;
        }
        String function = callback.get();
        if (function.length() > LONGEST_CALLBACK || !CALLBACK.matcher(function).matches()) {
            throw new BadQuestion("callback", "callback must be the name of a function in JavaScript, was " + function);
        }
        if (isOfAnotherHost(context)) {
            throw new BadQuestion(
                    "callback", "callback is for pages of the same host; pages of others must ask by CORS, without it");
        }
        String json = new String(Json.bytes(value), StandardCharsets.UTF_8)
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        // The comment keeps the answer from beginning with what somebody else wrote.
        context.contentType("text/javascript;charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .result("/**/%s(%s);".formatted(function, json));
    }

    /**
     * Whether the page that asks is of another host, as far as its browser tells. No setting of CORS holds for a script that a
     * page loads, so without this any page could read what a server on somebody's own machine has.
     */
    private static boolean isOfAnotherHost(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("cross-site");
        }
        String referrer = context.header("Referer");
        String base = Requests.base(context);
        try {
            return referrer != null
                    && !Objects.equals(
                            URI.create(referrer).getHost(), URI.create(base).getHost());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
