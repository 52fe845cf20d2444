package org.tieline.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.ExposureSweep;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.TieGraphBuilder;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.restriction.BanClock;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.Restrictions;

/** What the engine of one machine answers, as the tables that {@code tieline ask} prints. */
final class Engine {
    private final Dataset facts;
    private final Map<String, Organization> organizations;
    private final TieGraph graph;
    private final ExposureSearch search;

    Engine(Dataset facts) {
        this.facts = facts;
        organizations = facts.organizations().stream().collect(Collectors.toMap(Organization::id, Function.identity()));
        TieGraphBuilder builder = TieGraph.builder();
        facts.organizations().forEach(builder::add);
        facts.sources().forEach(builder::add);
        facts.ties().forEach(builder::add);
        graph = builder.build(duplicate -> {
            throw new IllegalArgumentException(duplicate);
        });
        search = new ExposureSearch(graph);
    }

    /** The vendors that are restricted on a day. */
    Collection<String> restricted(LocalDate day) {
        BanClock clock = new BanClock(day, null, source -> null, facts.bans(), Set.of());
        return new Restrictions(facts.bans(), clock)
                .restricted(
                        BanFilter.DEFAULT,
                        target -> Objects.requireNonNull(organizations.get(target))
                                        .kind()
                                == OrganizationKind.VENDOR);
    }

    /** The header and a row for each exposed carrier. */
    List<List<String>> matrix(Collection<String> vendors, SearchOptions options) {
        SortedMap<String, Map<String, List<String>>> carriers = new TreeMap<>();
        List<String> header = new ArrayList<>(List.of("carrier", "name", "country"));
        for (String vendor : new TreeSet<>(vendors)) {
            header.addAll(List.of(vendor + ".relation", vendor + ".hops", vendor + ".evidence"));
            try (FoundExposures found = search.reach(vendor, options)) {
                for (int i = 0; i < found.size(); i++) {
                    carriers.computeIfAbsent(found.carrier(i), none -> new TreeMap<>())
                            .put(
                                    vendor,
                                    List.of(
                                            found.relation(i).text(),
                                            Integer.toString(found.hops(i)),
                                            found.evidence(i).text()));
                }
            }
        }
        header.add("asOf");
        List<List<String>> table = new ArrayList<>(List.of(header));
        carriers.forEach((carrier, cells) -> {
            Organization organization = Objects.requireNonNull(organizations.get(carrier));
            List<String> row = new ArrayList<>(
                    List.of(carrier, organization.name(), Objects.requireNonNullElse(organization.country(), "")));
            new TreeSet<>(vendors).forEach(vendor -> row.addAll(cells.getOrDefault(vendor, List.of("", "", ""))));
            row.add(options.asOf().toString());
            table.add(row);
        });
        return table;
    }

    /** A row for each day, without the header. Each day is searched by itself. */
    List<List<String>> series(
            Function<LocalDate, ? extends Collection<String>> vendors, SearchOptions options, List<LocalDate> days) {
        List<List<String>> table = new ArrayList<>();
        for (LocalDate day : days) {
            Collection<String> onDay = vendors.apply(day);
            List<String> row = new ArrayList<>(List.of(day.toString(), Integer.toString(onDay.size())));
            for (Certainty certainty : List.of(options.certainty(), Certainty.CERTAIN)) {
                count(onDay, options.withAsOf(day).withCertainty(certainty), row);
            }
            table.add(row);
        }
        return table;
    }

    /** The same for vendors that are asked about on all days, which are found together. */
    List<List<String>> swept(Collection<String> vendors, SearchOptions options, List<LocalDate> days) {
        List<List<String>> table = new ArrayList<>();
        days.forEach(day -> table.add(new ArrayList<>(List.of(day.toString(), Integer.toString(vendors.size())))));
        ExposureSweep sweep = new ExposureSweep(graph);
        for (Certainty certainty : List.of(options.certainty(), Certainty.CERTAIN)) {
            List<SearchOptions> questions = days.stream()
                    .map(day -> options.withAsOf(day).withCertainty(certainty))
                    .toList();
            List<Tally> tallies = Stream.generate(Tally::new).limit(days.size()).toList();
            for (String vendor : vendors) {
                sweep.sweep(vendor, questions, (carrier, hops, relation, from, to) -> tallies.subList(from, to)
                        .forEach(tally -> tally.add(carrier, relation)));
            }
            for (int day = 0; day < days.size(); day++) {
                tallies.get(day).addTo(table.get(day));
            }
        }
        return table;
    }

    /** Pairs and carriers of a day, all together and by relation. */
    private static final class Tally {
        private final Map<Relation, Integer> pairs = new EnumMap<>(Relation.class);
        private final Map<Relation, BitSet> carriers = new EnumMap<>(Relation.class);

        /** @param carrier its place among the carriers */
        void add(int carrier, Relation relation) {
            pairs.merge(relation, 1, Integer::sum);
            carriers.computeIfAbsent(relation, none -> new BitSet()).set(carrier);
        }

        void addTo(List<String> row) {
            BitSet all = new BitSet();
            carriers.values().forEach(all::or);
            row.add(Integer.toString(
                    pairs.values().stream().mapToInt(Integer::intValue).sum()));
            for (Relation relation : Relation.values()) {
                row.add(Integer.toString(pairs.getOrDefault(relation, 0)));
            }
            row.add(Integer.toString(all.cardinality()));
            for (Relation relation : Relation.values()) {
                row.add(Integer.toString(
                        carriers.getOrDefault(relation, new BitSet()).cardinality()));
            }
        }
    }

    /** Pairs and carriers, all together and by relation. */
    private void count(Collection<String> vendors, SearchOptions options, List<String> row) {
        Map<Relation, List<String>> pairs = new EnumMap<>(Relation.class);
        for (String vendor : vendors) {
            try (FoundExposures found = search.reach(vendor, options)) {
                for (int i = 0; i < found.size(); i++) {
                    pairs.computeIfAbsent(found.relation(i), none -> new ArrayList<>())
                            .add(found.carrier(i));
                }
            }
        }
        List<String> all = pairs.values().stream().flatMap(List::stream).toList();
        row.add(Integer.toString(all.size()));
        for (Relation relation : Relation.values()) {
            row.add(Integer.toString(pairs.getOrDefault(relation, List.of()).size()));
        }
        row.add(Integer.toString(new HashSet<>(all).size()));
        for (Relation relation : Relation.values()) {
            row.add(Integer.toString(new HashSet<>(pairs.getOrDefault(relation, List.of())).size()));
        }
    }
}
