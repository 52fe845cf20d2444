package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/** The sweep over many days against a search of each of them. */
class ExposureSweepTests {
    @Property(tries = 3_000)
    void shouldAgreeWithASearchOfEachDay(@ForAll long seed) {
        Random random = new Random(seed);
        RandomFacts facts = new RandomFacts(random);
        ExposureSearch search = new ExposureSearch(facts.graph());
        ExposureSweep sweep = new ExposureSweep(search.graph());

        for (int question = 0; question < 3; question++) {
            SearchOptions options = facts.options();
            List<LocalDate> days = days(facts, random);
            for (Organization vendor : facts.organizations()) {
                assertThat(swept(sweep, vendor.id(), options, days))
                        .as("from %s with %s", vendor.id(), options)
                        .isEqualTo(searched(search, vendor.id(), options, days));
            }
        }
    }

    private static List<LocalDate> days(RandomFacts facts, Random random) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            days.add(facts.day());
        }
        if (random.nextInt(8) == 0) {
            LocalDate first = facts.day();
            for (int i = random.nextInt(200); i >= 0; i--) {
                days.add(first.plusDays(i));
            }
        }
        return List.copyOf(days);
    }

    /** By day: the carriers with hops and relation. */
    private static List<Map<String, String>> searched(
            ExposureSearch search, String vendor, SearchOptions options, List<LocalDate> days) {
        List<Map<String, String>> found = new ArrayList<>();
        for (LocalDate day : days) {
            Map<String, String> onDay = new TreeMap<>();
            try (Reach reach = search.reach(vendor, options.withAsOf(day))) {
                for (int i = 0; i < reach.size(); i++) {
                    onDay.put(reach.carrier(i), reach.hops(i) + " " + reach.relation(i));
                }
            }
            found.add(onDay);
        }
        return found;
    }

    private static List<Map<String, String>> swept(
            ExposureSweep sweep, String vendor, SearchOptions options, List<LocalDate> days) {
        List<String> carriers = List.copyOf(sweep.graph().organizations(OrganizationKind.CARRIER));
        List<Map<String, String>> found = new ArrayList<>();
        days.forEach(day -> found.add(new TreeMap<>()));
        sweep.sweep(vendor, options, days, (carrier, hops, relation, from, to) -> {
            assertThat(from).isLessThan(to);
            for (int day = from; day < to; day++) {
                assertThat(found.get(day).put(carriers.get(carrier), hops + " " + relation))
                        .as("each carrier once a day")
                        .isNull();
            }
        });
        return found;
    }
}
