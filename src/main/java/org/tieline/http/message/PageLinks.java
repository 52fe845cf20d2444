package org.tieline.http.message;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.question.AnswerForm;
import org.tieline.question.parameter.Paging;

/** Where a client that reads a list reads on (RFC 8288), the same question in everything but the part. */
public final class PageLinks {
    private PageLinks() {}

    /**
     * The value of a header {@code Link}; empty if there is nowhere to go.
     *
     * @param total how many the whole list has; null if nobody knows
     * @param page null if the list does not come in parts
     */
    static Optional<String> of(
            Context context, Negotiation.Wanted wanted, @Nullable Long total, @Nullable Paging page) {
        if (context.method() == HandlerType.POST) {
            return Optional.empty();
        }
        List<String> links = new ArrayList<>();
        if (page != null && total != null) {
            links.add(part(context, page, 0, "first"));
            if (page.offset() > 0) {
                links.add(part(context, page, Math.max(0, page.offset() - page.limit()), "prev"));
            }
            if (page.goesOn(total)) {
                links.add(part(context, page, page.offset() + page.limit(), "next"));
            }
        }
        if (wanted.form() != AnswerForm.JSON) {
            links.add("<%s>; rel=\"alternate\"; type=\"application/json\""
                    .formatted(address(context, List.of("format"), "format=json")));
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    private static String part(Context context, Paging page, int offset, String relation) {
        return "<%s>; rel=\"%s\""
                .formatted(
                        address(
                                context,
                                List.of("limit", "offset"),
                                "limit=%d&offset=%d".formatted(page.limit(), offset)),
                        relation);
    }

    /** Where a feed goes on, which begins with the end of a list; null if it has the beginning of the list. */
    public static @Nullable String earlier(Context context, Paging page, FeedForm form) {
        return page.offset() == 0
                ? null
                : address(
                        context,
                        List.of("limit", "offset", "format"),
                        "limit=%d&offset=%d&format=%s"
                                .formatted(
                                        Math.min(page.limit(), page.offset()),
                                        Math.max(0, page.offset() - page.limit()),
                                        form.word()));
    }

    /** The address that was asked, with some parameters replaced. */
    private static String address(Context context, List<String> replaced, String by) {
        String query = context.queryString();
        Stream<String> kept = Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(part -> !part.isEmpty() && !replaced.contains(Requests.name(part)));
        return escaped(context.req().getRequestURI() + "?"
                + Stream.concat(kept, Stream.of(by)).collect(Collectors.joining("&")));
    }

    /** What an address may not have between its brackets, clients send all the same. */
    private static String escaped(String address) {
        StringBuilder escaped = new StringBuilder(address.length());
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c <= ' ' || c >= 0x7F || "<>\"\\^`{|}".indexOf(c) >= 0) {
                escaped.append("%%%02X".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
