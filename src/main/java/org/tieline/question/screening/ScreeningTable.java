package org.tieline.question.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureAnswer;

/** A screening for people: a line for each entry, and what was searched. Columns are as wide as their cells, so it waits for all. */
final class ScreeningTable {
    private static final List<String> COLUMNS =
            List.of("#", "outcome", "score", "organization", "status", "restrictedBy", "exposedTo", "entry");

    private final List<List<String>> rows = new ArrayList<>();
    private final ScreeningColumns columns;

    ScreeningTable(ScreeningColumns columns) {
        this.columns = columns;
    }

    void add(ScreeningResult result) {
        ScreeningFinding finding = result.finding();
        OrganizationRef organization = result.organization();
        rows.add(List.of(
                Integer.toString(result.entry().number()),
                result.outcome().text(),
                result.best() == null ? "" : Integer.toString(result.best().score()),
                organization == null ? candidates(result) : organization.id(),
                finding == null ? "" : finding.status().text(),
                finding == null ? "" : bans(finding),
                finding == null ? "" : exposures(finding),
                asGiven(result.entry())));
    }

    /** The first by id, and how many more: a vendor may have dozens, and the other forms list them. */
    private static String bans(ScreeningFinding finding) {
        List<ScreeningFinding.Restriction> bans = finding.restrictedBy();
        String first = bans.isEmpty() ? "" : bans.getFirst().id();
        return bans.size() < 2 ? first : "%s and %d more".formatted(first, bans.size() - 1);
    }

    private static String exposures(ScreeningFinding finding) {
        return finding.exposures().stream()
                .map(each -> "%s(%s,%d)"
                        .formatted(each.vendor().id(), each.relation().text(), each.hops()))
                .collect(Collectors.joining(" "));
    }

    /** {@code vodafone-group:78 vodafone-germany:63?}; the mark says that nobody decided. */
    private static String candidates(ScreeningResult result) {
        String all = result.scored();
        int more = result.candidatesTotal() - result.candidates().size();
        return all.isEmpty() ? "" : all + (more > 0 ? " and %d more?".formatted(more) : "?");
    }

    /** Last in the line, as characters of some scripts are two columns wide. */
    private static @Nullable String asGiven(ScreeningEntry entry) {
        String id = entry.id() == null ? entry.identifier() : entry.id();
        String name = entry.name() == null ? id : entry.name();
        return entry.country() == null ? name : "%s (%s)".formatted(name, entry.country());
    }

    /** What was taken for what, where somebody may not have meant it so. */
    private List<String> taken() {
        List<String> taken = columns.taken().entrySet().stream()
                .filter(each -> !each.getKey().equals(each.getValue()))
                .map(each -> "%s is the column %s".formatted(each.getKey(), each.getValue()))
                .toList();
        return taken.isEmpty() ? List.of() : List.of(String.join(", ", taken));
    }

    /** @param outcomes how many entries came out how, by the word for it */
    String text(Map<String, Integer> outcomes, ExposureAnswer.Searched searched) {
        String vendors = searched.vendors().stream().map(Organization::id).collect(Collectors.joining(", "));
        return new TextTable(COLUMNS, rows)
                + TextTable.lines(taken())
                + TextTable.lines(List.of(
                        outcomes.entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .collect(Collectors.joining(", ")),
                        "searched: as of %s, every vendor restricted then: %s, at most %d ties, stakes from %s %%"
                                .formatted(
                                        searched.options().asOf(),
                                        vendors.isEmpty() ? "none" : vendors,
                                        searched.options().maxHops(),
                                        searched.options().minStake().toPlainString()),
                        "matched means a score from %d on, and %d ahead of the next; ? marks what was not decided"
                                .formatted(ScreeningMatcher.MATCHED, ScreeningMatcher.AHEAD),
                        "A match is by name alone. " + Json.NOTICE));
    }
}
