package org.tieline.question.exposures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Organization;
import org.tieline.question.Json;
import org.tieline.question.ListPart;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.words.WalkedText;

/** Exposures as people read them, and what texts of answers about ties have in common. */
public final class ExposureText {
    private static final List<String> COLUMNS = List.of(
            "vendor", "carrier", "country", "hops", "relation", "evidence", "certainty", "flags", "conflicts", "path");

    private ExposureText() {}

    static String of(ExposureAnswer answer) {
        List<List<String>> rows =
                answer.results().stream().map(ExposureText::row).toList();
        return new TextTable(COLUMNS, rows) + TextTable.lines(said(answer));
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
                WalkedText.flags(found.exposure().flags()),
                Integer.toString(found.conflicts().size()),
                WalkedText.path(found.exposure().path()));
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
        lines.add(WalkedText.leftOut(searched.leftOut()));
        lines.add(Json.NOTICE);
        return lines;
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
