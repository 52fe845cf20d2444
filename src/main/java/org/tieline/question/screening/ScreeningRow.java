package org.tieline.question.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.model.Organization;
import org.tieline.question.Json;
import org.tieline.question.screening.ScreeningResult.Candidate;

/** A result of a screening as a row of a table; what is absent is an empty cell. */
final class ScreeningRow {
    static final List<String> COLUMNS = List.of(
            "number",
            "reference",
            "id",
            "name",
            "country",
            "outcome",
            "organization",
            "organizationName",
            "organizationCountry",
            "score",
            "basis",
            "matched",
            "explanation",
            "candidates",
            "status",
            "restrictedBy",
            "exposedTo",
            "finding",
            "notice");

    private ScreeningRow() {}

    /** {@code score}, {@code basis} and {@code matched} are those of the best candidate, whatever the outcome. */
    static List<String> of(ScreeningResult result) {
        Candidate best =
                result.candidates().isEmpty() ? null : result.candidates().getFirst();
        Organization organization = result.finding().isPresent() ? best.organization() : null;
        Optional<ScreeningFinding> finding = result.finding();
        return List.of(
                Integer.toString(result.entry().number()),
                text(result.entry().reference()),
                text(result.entry().id()),
                text(result.entry().name()),
                text(result.entry().country()),
                result.outcome().text(),
                organization == null ? "" : organization.id(),
                organization == null ? "" : organization.name(),
                organization == null ? "" : text(organization.country()),
                best == null ? "" : Integer.toString(best.match().score()),
                best == null ? "" : best.match().basis().text(),
                best == null ? "" : best.match().matched(),
                result.explanation(),
                result.candidates().stream()
                        .map(each ->
                                each.organization().id() + ":" + each.match().score())
                        .collect(Collectors.joining(" ")),
                finding.map(found -> found.status().text()).orElse(""),
                finding.map(found -> found.restrictedBy().stream()
                                .map(each -> each.onDay().ban().id())
                                .collect(Collectors.joining(" ")))
                        .orElse(""),
                finding.map(found -> found.exposures().stream()
                                .map(each -> each.vendor().id())
                                .collect(Collectors.joining(" ")))
                        .orElse(""),
                finding.map(ScreeningFinding::text).orElse(""),
                Json.NOTICE);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
