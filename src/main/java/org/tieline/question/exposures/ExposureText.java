package org.tieline.question.exposures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.LeftOut;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.question.Json;
import org.tieline.question.ListPart;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureAnswer.Found;

/** Exposures as people read them, and what texts of answers about ties have in common. */
public final class ExposureText {
    private static final List<String> COLUMNS = List.of(
            "vendor", "carrier", "country", "hops", "relation", "evidence", "certainty", "flags", "conflicts", "path");

    private ExposureText() {}

    static String of(ExposureAnswer answer) {
        List<List<String>> rows =
                answer.results().stream().map(ExposureText::row).toList();
        return new TextTable(COLUMNS, rows) + lines(said(answer));
    }

    /** Each with its end. */
    public static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
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
                flags(found.exposure().flags()),
                Integer.toString(found.conflicts().size()),
                path(found.exposure().path()));
    }

    public static String flags(Set<Flag> flags) {
        return flags.stream().sorted().map(Term::text).collect(Collectors.joining(" "));
    }

    /** {@code huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint}; the arrow points as the tie does. */
    public static String path(List<Hop> hops) {
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
    public static List<String> searched(ExposureAnswer.Searched searched) {
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
        if (searched.affiliates() != null) {
            lines.add("affiliates under %s: %s; open: %s"
                    .formatted(
                            searched.affiliates().basis().rule().text(),
                            affiliates(searched.affiliates().added()),
                            affiliates(searched.affiliates().unknown())));
        }
        lines.add(leftOut(searched.leftOut()));
        lines.add(Json.NOTICE);
        return lines;
    }

    public static String leftOut(LeftOut out) {
        return "left out at the edge: %d denied, %d not known yet, %d outside the time, %d of weak evidence, %d of old evidence, %d small stakes"
                .formatted(
                        out.denied(),
                        out.notKnown(),
                        out.outsideTime(),
                        out.weakEvidence(),
                        out.notEvidencedSince(),
                        out.belowMinStake());
    }

    private static String affiliates(ListPart<Affiliates.Affiliate> affiliates) {
        String some = affiliates.results().stream()
                .map(affiliate ->
                        "%s (by %s)".formatted(affiliate.organization().id(), String.join(", ", affiliate.caughtBy())))
                .collect(Collectors.joining(", "));
        long more = affiliates.total() - affiliates.results().size();
        return (some.isEmpty() ? "none" : some) + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
