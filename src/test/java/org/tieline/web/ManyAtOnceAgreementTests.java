package org.tieline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.exposure.RandomFacts;
import org.tieline.exposure.Relation;
import org.tieline.exposure.SearchOptions;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureInquiry;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.MatrixInquiry;
import org.tieline.inquiry.Page;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesInquiry;
import org.tieline.inquiry.SeriesQuestion;
import org.tieline.inquiry.Snapshot;
import org.tieline.inquiry.Snapshots;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.restriction.BanFilter;

/** Matrix and series against the single questions whose answers they gather, on small random graphs. */
class ManyAtOnceAgreementTests {
    private static final Page ALL = new Page(Page.MOST, 0);

    @Property(tries = 400)
    void shouldGiveTheMatrixOfTheSingleAnswers(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        Snapshot snapshot = snapshot(facts);

        for (int i = 0; i < 3; i++) {
            ExposureQuestion question = question(facts);
            MatrixAnswer matrix = MatrixInquiry.ask(snapshot, question);
            ExposureAnswer single = ExposureInquiry.ask(snapshot, question);

            Map<String, Map<String, MatrixAnswer.Cell>> expected = new TreeMap<>();
            single.results()
                    .forEach(found -> expected.computeIfAbsent(found.carrier().id(), none -> new TreeMap<>())
                            .put(
                                    found.vendor().id(),
                                    new MatrixAnswer.Cell(
                                            found.exposure().hops(),
                                            found.exposure().relation(),
                                            found.exposure().evidence())));
            Map<String, Map<String, MatrixAnswer.Cell>> answered = new TreeMap<>();
            matrix.rows().forEach(row -> answered.put(row.carrier().id(), row.cells()));
            assertThat(answered).as("%s", question).isEqualTo(expected);
            assertThat(matrix.searched()).isEqualTo(single.searched());
            assertThat(matrix.total()).isEqualTo(expected.size());
        }
    }

    @Property(tries = 400)
    void shouldCountTheSingleAnswersOfEachDay(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        Snapshot snapshot = snapshot(facts);
        Random random = facts.random();

        ExposureQuestion question = question(facts);
        LocalDate from = facts.day();
        String[] units = {"D", "W", "M"};
        boolean knownThen = question.search().knownAt() == null && random.nextBoolean();
        SeriesQuestion series = new SeriesQuestion(
                from,
                from.plusDays(random.nextInt(300)),
                Period.parse("P" + (1 + random.nextInt(3)) + units[random.nextInt(3)]),
                knownThen,
                question);

        SeriesAnswer answer = SeriesInquiry.ask(snapshot, series);

        List<SeriesAnswer.Point> expected = new ArrayList<>();
        Set<String> vendors = new TreeSet<>();
        for (LocalDate day : series.days()) {
            SearchOptions onDay = question.search().withAsOf(day);
            ExposureAnswer single =
                    ExposureInquiry.ask(snapshot, searching(question, knownThen ? onDay.withKnownAt(day) : onDay));
            expected.add(point(day, single));
            single.searched().vendors().forEach(vendor -> vendors.add(vendor.id()));
        }
        assertThat(answer.points()).as("%s", series).isEqualTo(expected);
        assertThat(answer.vendors()).extracting(Organization::id).containsExactlyElementsOf(vendors);
    }

    private static SeriesAnswer.Point point(LocalDate day, ExposureAnswer single) {
        Map<String, Set<Relation>> carriers = new HashMap<>();
        Map<Relation, Integer> pairs = zeros();
        for (ExposureAnswer.Found found : single.results()) {
            Relation relation = found.exposure().relation();
            pairs.merge(relation, 1, Integer::sum);
            carriers.computeIfAbsent(found.carrier().id(), none -> EnumSet.noneOf(Relation.class))
                    .add(relation);
        }
        Map<Relation, Integer> byRelation = zeros();
        carriers.values().forEach(each -> each.forEach(relation -> byRelation.merge(relation, 1, Integer::sum)));
        return new SeriesAnswer.Point(
                day,
                single.searched().vendors().size(),
                new SeriesAnswer.Counts(single.total(), pairs),
                new SeriesAnswer.Counts(carriers.size(), byRelation));
    }

    private static Map<Relation, Integer> zeros() {
        Map<Relation, Integer> zeros = new EnumMap<>(Relation.class);
        EnumSet.allOf(Relation.class).forEach(relation -> zeros.put(relation, 0));
        return zeros;
    }

    private static ExposureQuestion question(RandomFacts facts) {
        Random random = facts.random();
        Set<String> vendors = new TreeSet<>();
        for (int i = random.nextBoolean() ? 0 : 1 + random.nextInt(3); i > 0; i--) {
            vendors.add(any(facts.organizations(), random).id());
        }
        return new ExposureQuestion(
                vendors,
                BanFilter.DEFAULT,
                facts.options(),
                Set.of(),
                random.nextInt(4) > 0 ? Set.of() : Set.of("JP"),
                random.nextInt(4) > 0 ? Set.of() : Set.of(Relation.values()[random.nextInt(Relation.values().length)]),
                random.nextInt(4) > 0 ? 1 : 2,
                ALL);
    }

    private static ExposureQuestion searching(ExposureQuestion question, SearchOptions options) {
        return new ExposureQuestion(
                question.vendors(),
                question.bans(),
                options,
                question.carriers(),
                question.carrierCountries(),
                question.relations(),
                question.minHops(),
                ALL);
    }

    /** The facts with countries, and a ban on each of some organizations. */
    private static Snapshot snapshot(RandomFacts facts) {
        Random random = facts.random();
        List<Organization> organizations = facts.organizations().stream()
                .map(each -> new Organization(
                        each.id(), each.name(), each.kind(), random.nextInt(3) > 0 ? "JP" : null, List.of()))
                .toList();
        List<Ban> bans = new ArrayList<>();
        for (Organization target : organizations) {
            if (random.nextInt(3) > 0) {
                bans.add(ban(target.id(), facts));
            }
        }
        InMemory reader =
                new InMemory(new Dataset("1.0.0", "a".repeat(64), organizations, facts.ties(), bans, facts.sources()));
        try (Snapshots snapshots = new Snapshots(reader)) {
            snapshots.refresh();
            return snapshots.current();
        }
    }

    private static Ban ban(String target, RandomFacts facts) {
        LocalDate announced = facts.day();
        return new Ban(
                "ban-" + target,
                facts.organizations().getFirst().id(),
                "JP",
                List.of(target),
                true,
                List.of(),
                BanNature.ORDER,
                List.of(new Scope("removal")),
                BanStatus.LIFTED,
                null,
                PartialDate.of(announced),
                null,
                null,
                facts.random().nextBoolean()
                        ? PartialDate.of(announced.plusDays(1 + facts.random().nextInt(90)))
                        : null,
                List.of(any(facts.sources(), facts.random()).id()),
                "");
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
