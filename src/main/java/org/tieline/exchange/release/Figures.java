package org.tieline.exchange.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** What a data set covers and how fresh it is, in figures for its datasheet. */
public final class Figures {
    /** Hosts of governments, parliaments, courts and official gazettes. */
    private static final Pattern OFFICIAL = Pattern.compile(
            "(.*\\.)?((gov|mil|gouv|govt|gob|go)(\\.[a-z]{2})?"
                    + "|gc\\.ca|canada\\.ca|europa\\.eu|fgov\\.be|admin\\.ch|bund\\.de|bundestag\\.de|bgbl\\.de|boe\\.es"
                    + "|conseil-constitutionnel\\.fr|normattiva\\.it|finlex\\.fi|traficom\\.fi|valtioneuvosto\\.fi|riigiteataja\\.ee"
                    + "|retsinformation\\.dk|lovdata\\.no|althingi\\.is|irishstatutebook\\.ie|uradni-list\\.si|overheid\\.nl|govcert\\.cz)");

    private static final int COUNTS_FOR_YEARS = 3;

    /** How old evidence may be, in years, for each row but the last one of a dated tie. */
    private static final List<Integer> YEARS = List.of(1, 3, 5);

    private static final List<String> AGES = List.of(
            "less than a year ago",
            "one to three years ago",
            "three to five years ago",
            "five years ago or earlier",
            "on no day that is known");

    private final Dataset dataset;
    private final LocalDate day;
    private final Map<String, PartialDate> published = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    /** @param day on which it is looked at */
    public Figures(Dataset dataset, LocalDate day) {
        this.dataset = dataset;
        this.day = day;
        for (Source source : dataset.sources()) {
            published.put(source.id(), source.published());
            String host = source.url() == null ? null : URI.create(source.url()).getHost();
            hosts.put(source.id(), host == null ? "" : host.toLowerCase(Locale.ROOT));
        }
    }

    /** How many ties have which dates. */
    public String dates() {
        StringBuilder table = new StringBuilder("""
                | ties | rows | `since` | `removing` | `verified` | `until` | `share` | `countries` |
                |---|---|---|---|---|---|---|---|
                """);
        for (TieType type : TieType.values()) {
            List<Tie> ties =
                    dataset.ties().stream().filter(tie -> tie.type() == type).toList();
            table.append("| `%s` | %d | %d | %d | %d | %d | %d | %d |\n"
                    .formatted(
                            type,
                            ties.size(),
                            count(ties, tie -> tie.since() != null),
                            count(ties, tie -> tie.removing() != null),
                            count(ties, tie -> tie.verified() != null),
                            count(ties, tie -> tie.until() != null),
                            count(ties, tie -> tie.share() != null),
                            count(ties, tie -> !tie.countries().isEmpty())));
        }
        return table.toString();
    }

    /** When somebody last vouched for the ties that have no end. */
    public String ages() {
        List<Tie> open =
                dataset.ties().stream().filter(tie -> tie.until() == null).toList();
        StringBuilder table = new StringBuilder("""
                | last vouched for | ties without an end | supplies among them |
                |---|---|---|
                """);
        for (int i = 0; i < AGES.size(); i++) {
            int age = i;
            List<Tie> ties = open.stream().filter(tie -> age(tie) == age).toList();
            table.append("| %s | %d | %d |\n"
                    .formatted(AGES.get(i), ties.size(), count(ties, tie -> tie.type() == TieType.SUPPLIES)));
        }
        return table.toString();
    }

    private int age(Tie tie) {
        LocalDate evidenced = lastEvidenced(tie);
        if (evidenced == null) {
            return YEARS.size() + 1;
        }
        return (int) YEARS.stream()
                .filter(years -> !evidenced.plusYears(years).isAfter(day))
                .count();
    }

    private @Nullable LocalDate lastEvidenced(Tie tie) {
        return tie.verified() != null
                ? tie.verified().lastDay()
                : tie.sources().stream()
                        .map(published::get)
                        .filter(Objects::nonNull)
                        .map(PartialDate::lastDay)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** How many carriers are covered, and how many of their subscribers. */
    public String carriers() {
        Set<String> tied = dataset.ties().stream()
                .flatMap(tie -> Stream.of(tie.from(), tie.to()))
                .collect(Collectors.toSet());
        List<Organization> carriers = dataset.organizations().stream()
                .filter(organization -> organization.kind() == OrganizationKind.CARRIER)
                .toList();
        Map<String, SubscriberCount> newest = new HashMap<>();
        dataset.subscribers()
                .forEach(count -> newest.merge(
                        count.organization(),
                        count,
                        (one, other) -> one.on().lastDay().isAfter(other.on().lastDay()) ? one : other));
        List<SubscriberCount> fresh = newest.values().stream()
                .filter(count ->
                        count.on().lastDay().plusYears(COUNTS_FOR_YEARS).isAfter(day))
                .toList();
        BigDecimal millions = fresh.stream().map(SubscriberCount::millions).reduce(BigDecimal.ZERO, BigDecimal::add);
        return """
                | carriers | |
                |---|---|
                | on record | %d |
                | with a tie | %d |
                | that have ended | %d |
                | with a count of mobile subscribers | %d |
                | with one that is not older than three years | %d, together %s million |
                """.formatted(
                        carriers.size(),
                        count(carriers, carrier -> tied.contains(carrier.id())),
                        count(carriers, carrier -> carrier.until() != null),
                        newest.size(),
                        fresh.size(),
                        millions.setScale(0, RoundingMode.HALF_UP));
    }

    /**
     * How sources are dated, and which bans cite official texts.
     *
     * @param inferred ids of the sources whose date was inferred from the event that they report
     */
    public String sources(Set<String> inferred) {
        List<Source> dated = dataset.sources().stream()
                .filter(source -> source.published() != null)
                .toList();
        List<Ban> bans = dataset.bans();
        return """
                | sources and bans | |
                |---|---|
                | sources with the date that their page shows | %d |
                | with a date that was inferred from the event that they report, listed in [`inferred-dates.txt`](inferred-dates.txt) | %d |
                | without a date | %d |
                | bans that cite a text of a government, parliament, court or official gazette | %d of %d |
                | orders among them | %d of %d |
                """.formatted(
                        count(dated, source -> !inferred.contains(source.id())),
                        count(dated, source -> inferred.contains(source.id())),
                        dataset.sources().size() - dated.size(),
                        count(bans, this::isOfficial),
                        bans.size(),
                        count(bans, ban -> isOrder(ban) && isOfficial(ban)),
                        count(bans, Figures::isOrder));
    }

    private static boolean isOrder(Ban ban) {
        return ban.nature() == BanNature.ORDER;
    }

    private boolean isOfficial(Ban ban) {
        return ban.sources().stream().map(hosts::get).anyMatch(host -> OFFICIAL.matcher(host)
                .matches());
    }

    private static <T> long count(Collection<T> rows, Predicate<T> predicate) {
        return rows.stream().filter(predicate).count();
    }
}
