package org.tieline.question.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.Scope;
import org.tieline.question.Snapshot;

/**
 * What a person would call a ban, made of its fields, as none has a name of its own.
 *
 * @param place the country or bloc, and the first year that is on record of it
 * @param asks what it asks for: {@code No new equipment of Huawei in 5G}
 */
public record BanName(String place, String asks) {
    private static final int SHOWN = 3;

    private static final Map<String, String> PARTS = Map.of(
            "core", "core networks",
            "ran", "radio networks",
            "transport", "transport networks",
            "fixed-network", "fixed networks",
            "submarine-cable", "submarine cables",
            "devices", "devices");

    /**
     * What an order does.
     *
     * @param before stands before those that it is against
     * @param in stands between them and the parts of the network
     */
    private record Does(String kind, String before, String in) {}

    /** The strongest first. */
    private static final List<Does> KINDS = List.of(
            new Does("removal", "Remove", "from"),
            new Does("all-new-equipment", "No new equipment of", "in"),
            new Does("market-authorisation", "Permission needed for", "in"),
            new Does("government-procurement", "No public purchases of", "for"),
            new Does("public-funding", "No public money for", "in"),
            new Does("operating-licence", "No licence for", "for"),
            new Does("cable-landing", "No cable landing with", "for"),
            new Does("interconnection", "No interconnection with", "in"),
            new Does("export-control", "Export limits on", "for"),
            new Does("investment", "No investment in", "for"));

    private static final Does FORBIDS = new Does("", "No", "in");

    public static BanName of(Ban ban, Snapshot snapshot) {
        String year = Stream.of(ban.announced(), ban.reported(), ban.effective(), ban.ended())
                .filter(Objects::nonNull)
                .findFirst()
                .map(date -> ", " + date.firstDay().getYear())
                .orElse("");
        // A target that is supposed has no record.
        List<String> targets = ban.targets().stream()
                .map(new FactNames(snapshot)::organization)
                .toList();
        List<String> parts =
                ban.scope().stream().filter(Scope::isPart).map(BanName::part).toList();
        Does does = does(ban);
        return new BanName(
                Country.english(ban.country()) + year,
                "%s %s%s"
                        .formatted(
                                does.before(),
                                listed(targets),
                                parts.isEmpty() ? "" : " %s %s".formatted(does.in(), listed(parts))));
    }

    private static Does does(Ban ban) {
        return switch (ban.nature()) {
            case POWER -> new Does("", "Power to forbid", "in");
            case ADVICE -> new Does("", "Advice against", "in");
            case ORDER ->
                KINDS.stream()
                        .filter(does -> ban.scope().stream()
                                .anyMatch(scope -> scope.text().equals(does.kind())))
                        .findFirst()
                        .orElse(FORBIDS);
        };
    }

    private static String part(Scope scope) {
        return Stream.of(scope.text().split(":"))
                .map(each -> PARTS.getOrDefault(each, each.toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }

    private static String listed(List<String> texts) {
        int others = texts.size() - SHOWN;
        if (others > 0) {
            return "%s and %d more".formatted(String.join(", ", texts.subList(0, SHOWN)), others);
        }
        int last = texts.size() - 1;
        return last == 0
                ? texts.getFirst()
                : "%s and %s".formatted(String.join(", ", texts.subList(0, last)), texts.get(last));
    }

    /** As a heading and in lists: {@code United Kingdom, 2020: No new equipment of Huawei in 5G}. */
    @Override
    public String toString() {
        return "%s: %s".formatted(place, asks);
    }
}
