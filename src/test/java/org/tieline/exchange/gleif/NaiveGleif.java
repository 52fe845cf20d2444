package org.tieline.exchange.gleif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/**
 * What an import must take, worked out with everything in memory, over and over until nothing changes, and without a word of the
 * importer: organizations and ties as lines of text.
 */
final class NaiveGleif {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 9, 16);
    private static final String DIRECT = "IS_DIRECTLY_CONSOLIDATED_BY";

    private final Map<String, GleifRow> sound = new LinkedHashMap<>();
    private final List<GleifRow> relationships;
    private final Set<String> taken = new TreeSet<>();
    private final Set<List<String>> direct = new HashSet<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Set<String> ties = new TreeSet<>();

    /** @param asked which entities are wanted for themselves */
    NaiveGleif(List<GleifRow> entities, List<GleifRow> all, Predicate<GleifRow> asked) {
        relationships = all.stream().filter(NaiveGleif::isSound).toList();
        Set<String> parents = relationships.stream().map(NaiveGleif::parent).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (GleifRow row : entities) {
            String lei = row.get("LEI");
            if ((asked.test(row) || parents.contains(lei)) && seen.add(lei) && isSoundEntity(row)) {
                sound.put(lei, row);
                if (asked.test(row)) {
                    taken.add(lei);
                }
            }
        }
        while (relationships.stream()
                .filter(row -> taken.contains(child(row)) && sound.containsKey(parent(row)))
                .map(row -> taken.add(parent(row)))
                .reduce(false, Boolean::logicalOr)) {
            // Whoever was taken may bring others in.
        }
        succeed();
        consolidate(true);
        consolidate(false);
    }

    private static String child(GleifRow row) {
        return row.get("Relationship.StartNode.NodeID");
    }

    private static String parent(GleifRow row) {
        return row.get("Relationship.EndNode.NodeID");
    }

    private static boolean isSound(GleifRow row) {
        String registration = row.get("Registration.RegistrationStatus");
        return row.get("Relationship.RelationshipType").endsWith("LY_CONSOLIDATED_BY")
                && row.get("Relationship.RelationshipStatus").equals("ACTIVE")
                && (registration.equals("PUBLISHED")
                        || registration.equals("LAPSED")
                                && !row.get("Registration.LastUpdateDate").isEmpty());
    }

    private static boolean isSoundEntity(GleifRow row) {
        boolean over = row.get("Entity.EntityStatus").equals("INACTIVE");
        String category = row.get("Entity.EntityCategory");
        Set<String> registrations = over ? Set.of("ISSUED", "LAPSED", "RETIRED", "MERGED") : Set.of("ISSUED", "LAPSED");
        return (!over || !row.get("Entity.EntityExpirationDate").isEmpty())
                && registrations.contains(row.get("Registration.RegistrationStatus"))
                && !category.equals("BRANCH")
                && !category.equals("SOLE_PROPRIETOR");
    }

    private static String id(String lei) {
        return "lei-" + lei.toLowerCase();
    }

    private static @Nullable PartialDate date(String cell) {
        return cell.isEmpty() ? null : PartialDate.parse(cell.substring(0, Math.min(10, cell.length())));
    }

    private @Nullable PartialDate until(String lei) {
        GleifRow row = sound.get(lei);
        return row.get("Entity.EntityStatus").equals("INACTIVE") ? date(row.get("Entity.EntityExpirationDate")) : null;
    }

    private void succeed() {
        for (String lei : taken) {
            List<String> named = IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> sound.get(lei).get("Entity.SuccessorEntity.%d.SuccessorLEI".formatted(i)))
                    .filter(cell -> !cell.isEmpty())
                    .distinct()
                    .toList();
            if (until(lei) != null
                    && named.size() == 1
                    && taken.contains(named.getFirst())
                    && !named.getFirst().equals(lei)) {
                successors.put(lei, named.getFirst());
            }
        }
        // Of every circle the last is cut.
        for (String lei : taken) {
            List<String> way = new ArrayList<>();
            for (String at = lei; at != null && !way.contains(at); at = successors.get(at)) {
                way.add(at);
            }
            if (lei.equals(successors.get(way.getLast()))) {
                successors.remove(way.stream().max(String::compareTo).orElseThrow());
            }
        }
    }

    private String kind(String lei) {
        return switch (sound.get(lei).get("Entity.EntityCategory")) {
            case "RESIDENT_GOVERNMENT_ENTITY" -> "GOVERNMENT";
            case "INTERNATIONAL_ORGANIZATION" -> "ASSOCIATION";
            default -> "COMPANY";
        };
    }

    /** Days on which a tie certainly holds. */
    private record Days(LocalDate from, LocalDate to) {}

    private void consolidate(boolean direct) {
        Map<List<String>, List<Days>> held = new HashMap<>();
        Map<List<String>, Integer> counts = new HashMap<>();
        for (GleifRow row : relationships) {
            List<String> pair = List.of(child(row), parent(row));
            boolean possible = row.get("Relationship.RelationshipType").equals(DIRECT) == direct
                    && taken.containsAll(pair)
                    && !pair.getFirst().equals(pair.getLast())
                    && kind(pair.getFirst()).equals("COMPANY")
                    && !kind(pair.getLast()).equals("ASSOCIATION")
                    && (direct || !leads(pair.getFirst(), pair.getLast(), new HashSet<>()));
            if (!possible) {
                continue;
            }
            PartialDate since = date(row.get("Relationship.Period.2.startDate"));
            PartialDate until = date(row.get("Relationship.Period.2.endDate"));
            PartialDate verified = row.get("Registration.RegistrationStatus").equals("LAPSED")
                    ? date(row.get("Registration.LastUpdateDate"))
                    : null;
            if (contradict(since, until, verified)) {
                continue;
            }
            LocalDate evidenced = Stream.concat(
                            Stream.of(PUBLISHED), Stream.ofNullable(verified).map(PartialDate::lastDay))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            Days days = new Days(
                    since == null ? evidenced : since.lastDay(), until == null ? LocalDate.MAX : until.firstDay());
            boolean certain = days.from().isBefore(days.to());
            List<Days> others = held.computeIfAbsent(pair, none -> new ArrayList<>());
            if (certain
                    && others.stream()
                            .anyMatch(other -> other.from().isBefore(days.to())
                                    && days.from().isBefore(other.to()))) {
                continue;
            }
            if (certain) {
                others.add(days);
            }
            int number = counts.merge(pair, 1, Integer::sum);
            if (direct) {
                this.direct.add(pair);
            }
            ties.add("%s-owns-%s-gleif%s%s %s %s %s"
                    .formatted(
                            id(pair.getLast()),
                            id(pair.getFirst()),
                            direct ? "" : "-ultimate",
                            number == 1 ? "" : "-" + number,
                            since,
                            until,
                            verified));
        }
    }

    private static boolean contradict(
            @Nullable PartialDate since, @Nullable PartialDate until, @Nullable PartialDate verified) {
        return since != null && until != null && !until.overBy().isAfter(since.firstDay())
                || since != null && verified != null && !verified.dayAfter().isAfter(since.firstDay())
                || until != null && verified != null && verified.firstDay().isAfter(until.lastDay());
    }

    private boolean leads(String from, String to, Set<String> met) {
        return direct.stream()
                .filter(pair -> pair.getFirst().equals(from) && met.add(pair.getLast()))
                .anyMatch(pair -> pair.getLast().equals(to) || leads(pair.getLast(), to, met));
    }

    /** Id, name, kind, country, end and successor of each organization. */
    Set<String> organizations() {
        return taken.stream()
                .map(lei -> "%s %s %s %s %s %s"
                        .formatted(
                                id(lei),
                                sound.get(lei).get("Entity.LegalName"),
                                kind(lei),
                                sound.get(lei).get("Entity.LegalAddress.Country"),
                                until(lei),
                                successors.containsKey(lei) ? id(successors.get(lei)) : null))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Id and dates of each tie. */
    Set<String> ties() {
        return ties;
    }
}
