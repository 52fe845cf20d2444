package org.tieline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tieline.exposure.Direction;
import org.tieline.exposure.Hop;
import org.tieline.exposure.LeftOut;
import org.tieline.exposure.SearchOptions;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureAnswer.Found;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.web.AnswerJson;

/** How exposures are printed. */
enum Output {
    /** For people: a line each, and what was searched. */
    TABLE {
        @Override
        void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out) {
            if (!answer.results().isEmpty()) {
                out.print(sheet(answer).table(COLUMNS.size() - 2));
                out.println();
            }
            said(answer).forEach(out::println);
        }
    },

    /** For programs: the same as the API answers. */
    JSON {
        @Override
        void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out) {
            out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
        }
    },

    /** For spreadsheets: a line each. */
    CSV {
        @Override
        void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out) {
            sheet(answer).csv(out);
        }
    };

    private static final List<String> COLUMNS = List.of(
            "vendor",
            "carrier",
            "country",
            "hops",
            "relation",
            "evidence",
            "certainty",
            "flags",
            "conflicts",
            "path",
            "sources",
            "conflictBans");

    abstract void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out);

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Sheet sheet(ExposureAnswer answer) {
        return new Sheet(COLUMNS, answer.results().stream().map(Output::row).toList());
    }

    private static List<String> row(Found found) {
        Organization carrier = found.carrier();
        return List.of(
                found.vendor().id(),
                carrier.id(),
                carrier.country() == null ? "" : carrier.country(),
                Integer.toString(found.exposure().hops()),
                found.exposure().relation().text(),
                found.exposure().evidence().text(),
                found.exposure().certainty().text(),
                found.exposure().flags().stream().sorted().map(Term::text).collect(Collectors.joining(" ")),
                Integer.toString(found.conflicts().size()),
                path(found.exposure().path()),
                found.exposure().path().stream()
                        .flatMap(hop -> hop.sources().stream())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                found.conflicts().stream()
                        .map(conflict -> conflict.onDay().ban().id())
                        .collect(Collectors.joining(" ")));
    }

    /** {@code huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint}; the arrow points as the tie does. */
    static String path(List<Hop> hops) {
        StringBuilder path = new StringBuilder(hops.getFirst().from());
        for (Hop hop : hops) {
            String arrow = hop.direction() == Direction.FORWARD ? " -%s-> " : " <-%s- ";
            path.append(arrow.formatted(hop.type().text())).append(hop.to());
        }
        return path.toString();
    }

    /** An empty answer is an answer too: this says to what. */
    private static List<String> said(ExposureAnswer answer) {
        List<String> lines = new ArrayList<>();
        int from = answer.page().offset();
        lines.add(
                answer.results().size() == answer.total()
                        ? answer.total() == 1 ? "1 exposure" : "%d exposures".formatted(answer.total())
                        : "%d exposures, %d to %d shown; --limit and --offset show others"
                                .formatted(
                                        answer.total(),
                                        from + 1,
                                        from + answer.results().size()));
        lines.addAll(searched(answer.searched()));
        return lines;
    }

    /** What was searched, and how to read what was found. */
    static List<String> searched(ExposureAnswer.Searched searched) {
        SearchOptions options = searched.options();
        List<String> lines = new ArrayList<>();
        String vendors = searched.vendors().stream().map(Organization::id).collect(Collectors.joining(", "));
        lines.add("searched: as of %s, %s %s, at most %d ties, stakes from %s %%"
                .formatted(
                        options.asOf(),
                        searched.allRestricted() ? "every vendor restricted then:" : "from",
                        vendors.isEmpty() ? "none" : vendors,
                        options.maxHops(),
                        options.minStake().toPlainString()));
        LeftOut out = searched.leftOut();
        lines.add(
                "left out at the edge: %d denied, %d not known yet, %d outside the time, %d of weak evidence, %d of old evidence, %d small stakes"
                        .formatted(
                                out.denied(),
                                out.notKnown(),
                                out.outsideTime(),
                                out.weakEvidence(),
                                out.notEvidencedSince(),
                                out.belowMinStake()));
        lines.add("A tie is not a finding of wrongdoing.");
        return lines;
    }
}
