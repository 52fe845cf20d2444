package org.tieline.web;



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
import java.util.stream.Collectors;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;


/** The forms in which answers come, and which of them a request wants (RFC 9110, section 12.5.1). */
enum Form {
    /** One object, with all that is to be said around the results. */
    JSON("json", "", "application/json"),

    /** The results, one on each line. */
    LINES("jsonl", "", "application/jsonl", "application/x-ndjson"),

    /** A header and a row for each result. */
    CSV("csv", ";header=present", "text/csv"),

    /** The same with a byte-order mark at its beginning, without which some spreadsheets take UTF-8 for something else. */
    MARKED_CSV("csv-bom", ";header=present", "text/csv") {
        @Override
        boolean comesByAccept() {
            return false;
        }
    },

    /** For people at a terminal: a line for each result, and what was searched. */
    TABLE("table", "", "text/plain");

    private final String word;
    private final String parameters;
    private final List<String> types;

    Form(String word, String parameters, String... types) {
        this.word = word;
        this.parameters = parameters;
        this.types = List.of(types);
    }

    /** A form under one of its media types. */
    record Wanted(Form form, String type) {
        String contentType() {
            return type + ";charset=utf-8" + form.parameters;
        }
    }

    boolean comesByAccept() {
        return true;
    }

    /** The form that a word names. */
    static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    /**
     * The form of a list: what {@code format} says, else what {@code Accept} prefers, else JSON.
     *
     * @throws BadQuestion if there is no such format
     * @throws HttpResponseException 406 if no type that there is would be welcome
     */
    static Wanted ofList(Context context, GivenParameters parameters) {
        Optional<String> format = parameters.aside("format");
        if (format.isPresent()) {
            return of(format.get())
                    .map(form -> new Wanted(form, form.types.getFirst()))
                    .orElseThrow(() -> new BadQuestion(
                            "format",
                            "format must be one of %s, was %s"
                                    .formatted(
                                            Arrays.stream(values())
                                                    .map(form -> form.word)
                                                    .collect(Collectors.joining(", ")),
                                            format.get())));
        }
        return byAccept(context, List.of(values()));
    }

    /**
     * The form of what is no list.
     *
     * @throws HttpResponseException 406 if JSON would not be welcome
     */
    static Wanted ofOne(Context context) {
        return byAccept(context, List.of(JSON));
    }

    /** How welcome a media type is: the range that names it most precisely decides. */
    private record Welcome(Wanted wanted, Range range) {
        static final Comparator<Welcome> ORDER = Comparator.<Welcome>comparingDouble(
                        welcome -> -welcome.range.quality())
                .thenComparingInt(welcome -> -welcome.range.precision(welcome.wanted.type()))
                .thenComparingInt(welcome -> welcome.range.place());
    }

    private static Wanted byAccept(Context context, List<Form> offered) {
        List<Range> ranges = Range.of(Collections.list(context.req().getHeaders("Accept")));
        if (ranges.isEmpty()) {
            return new Wanted(JSON, JSON.types.getFirst());
        }
        List<Wanted> all = offered.stream()
                .filter(Form::comesByAccept)
                .flatMap(form -> form.types.stream().map(type -> new Wanted(form, type)))
                .toList();
        return all.stream()
                .flatMap(wanted -> ranges.stream()
                        .filter(range -> range.precision(wanted.type()) > 0)
                        .max(Comparator.comparingInt(range -> range.precision(wanted.type())))
                        .filter(range -> range.quality() > 0)
                        .map(range -> new Welcome(wanted, range))
                        .stream())
                .min(Welcome.ORDER)
                .map(Welcome::wanted)
                .orElseThrow(() -> new HttpResponseException(
                        HttpStatus.NOT_ACCEPTABLE.getCode(),
                        "Accept must allow one of %s, was %s"
                                .formatted(
                                        all.stream().map(Wanted::type).collect(Collectors.joining(", ")),
                                        context.header("Accept"))));
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
