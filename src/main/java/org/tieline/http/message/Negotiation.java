package org.tieline.http.message;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.AnswerForm;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;

/** Which form of an answer a request wants (RFC 9110, section 12.5.1). */
public final class Negotiation {
    /** The parameter that says it in place of {@code Accept}; it belongs to this door and to no question. */
    static final String FORMAT = "format";

    private static final Parameter<AnswerForm> FORM = Parameter.of(
            FORMAT,
            Types.one(
                    "WORD",
                    (text, reading) -> AnswerForm.of(text)
                            .orElseThrow(() -> new InvalidValue("", text, "must be one of " + AnswerForm.words())),
                    AnswerForm::word,
                    Types.schema("string")),
            "The form of the answer; what Accept prefers if absent.");

    private static final Parameters OF_A_LIST = Parameters.of(FORM);

    /** Forms that come by {@code Accept}; the other one is a variant that only {@link #FORMAT} names. */
    private static final List<AnswerForm> BY_ACCEPT = Arrays.stream(AnswerForm.values())
            .filter(form -> form != AnswerForm.MARKED_CSV)
            .toList();

    private Negotiation() {}

    /** A form under one of its media types. */
    public record Wanted(AnswerForm form, String type) {
        public String contentType() {
            return type + ";charset=utf-8" + form.typeParameters();
        }
    }

    /**
     * The form of a list: what {@code format} says, else what {@code Accept} prefers, else JSON.
     *
     * @throws BadQuestion if there is no such format
     * @throws HttpResponseException 406 if no type that there is would be welcome
     */
    public static Wanted ofList(Context context) {
        AnswerForm form = Requests.passingOver(context, OF_A_LIST).get(FORM);
        return form == null ? byAccept(context) : new Wanted(form, form.types().getFirst());
    }

    /** How welcome a media type is: the range that names it most precisely decides. */
    private record Welcome(String type, Range range) {
        static final Comparator<Welcome> ORDER = Comparator.<Welcome>comparingDouble(
                        welcome -> -welcome.range.quality())
                .thenComparingInt(welcome -> -welcome.range.precision(welcome.type))
                .thenComparingInt(welcome -> welcome.range.place());
    }

    private static Wanted byAccept(Context context) {
        List<Range> ranges = Range.of(Collections.list(context.req().getHeaders("Accept")));
        if (ranges.isEmpty()) {
            return new Wanted(AnswerForm.JSON, AnswerForm.JSON.types().getFirst());
        }
        List<Wanted> all = ofAll();
        List<String> types = all.stream().map(Wanted::type).toList();
        return mostWelcome(ranges, types)
                .flatMap(type -> all.stream()
                        .filter(wanted -> wanted.type().equals(type))
                        .findFirst())
                .orElseThrow(() -> unwelcome(context, types));
    }

    private static HttpResponseException unwelcome(Context context, List<String> types) {
        return new HttpResponseException(
                HttpStatus.NOT_ACCEPTABLE.getCode(),
                "Accept must allow one of %s, was %s".formatted(String.join(", ", types), context.header("Accept")));
    }

    private static List<Wanted> ofAll() {
        return BY_ACCEPT.stream()
                .flatMap(form -> form.types().stream().map(type -> new Wanted(form, type)))
                .toList();
    }

    /**
     * The form of a feed, where {@code format} says it, or {@code Accept} prefers it to all forms of a list.
     *
     * @return empty if a list is wanted
     * @throws BadQuestion if there is no such format, neither of feeds nor of lists
     * @throws HttpResponseException 406 if no type that there is would be welcome
     */
    public static Optional<FeedForm> ofFeed(Context context) {
        String format = context.queryParam(FORMAT);
        if (format != null) {
            Optional<FeedForm> feed = FeedForm.of(format);
            if (feed.isEmpty() && !format.isBlank() && AnswerForm.of(format).isEmpty()) {
                throw new BadQuestion(
                        FORMAT,
                        "%s must be one of %s, %s, was %s"
                                .formatted(FORMAT, AnswerForm.words(), FeedForm.words(), format));
            }
            return feed;
        }
        List<Range> ranges = Range.of(Collections.list(context.req().getHeaders("Accept")));
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        List<String> types = Stream.concat(
                        ofAll().stream().map(Wanted::type),
                        Arrays.stream(FeedForm.values()).map(FeedForm::type))
                .toList();
        String type = mostWelcome(ranges, types).orElseThrow(() -> unwelcome(context, types));
        return Arrays.stream(FeedForm.values())
                .filter(feed -> feed.type().equals(type))
                .findFirst();
    }

    private static Optional<String> mostWelcome(List<Range> ranges, List<String> types) {
        return types.stream()
                .flatMap(type -> ranges.stream()
                        .filter(range -> range.precision(type) > 0)
                        .max(Comparator.comparingInt(range -> range.precision(type)))
                        .filter(range -> range.quality() > 0)
                        .map(range -> new Welcome(type, range))
                        .stream())
                .min(Welcome.ORDER)
                .map(Welcome::type);
    }

    /** One element of {@code Accept}, in lower case, and its place in the header. */
    private record Range(String type, double quality, int place) {
        static List<Range> of(List<String> headers) {
            List<Range> ranges = new ArrayList<>();
            for (String element : String.join(",", headers).split(",")) {
                String[] parts = element.toLowerCase(Locale.ROOT).split(";", -1);
                String type = parts[0].strip();
                if (!type.isEmpty()) {
                    ranges.add(new Range(type.equals("*") ? "*/*" : type, quality(parts), ranges.size()));
                }
            }
            return ranges;
        }

        private static double quality(String[] parts) {
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip();
                if (parameter.matches("q=[01]?(\\.\\d{0,9})?") && parameter.length() > 2) {
                    return parameter.equals("q=.") ? 0 : Double.parseDouble(parameter.substring(2));
                }
            }
            return 1;
        }

        /** 3 for the type itself, 2 for its family, 1 for all types, 0 if it is not in the range. */
        int precision(String offered) {
            if (type.equals(offered)) {
                return 3;
            }
            String family = offered.substring(0, offered.indexOf('/'));
            return type.equals(family + "/*") ? 2 : type.equals("*/*") ? 1 : 0;
        }
    }
}
