package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.matrix.MatrixAnswer;
import org.tieline.question.matrix.MatrixInquiry;
import org.tieline.question.parameter.Paging;
import org.tieline.question.series.SeriesAnswer;
import org.tieline.question.series.SeriesInquiry;
import org.tieline.question.series.SeriesQuestion;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;

/** Matrix and series against the single questions whose answers they gather, on small random graphs. */
class ManyAtOnceAgreementTests {
    @Property(tries = 400)
    void shouldGiveTheMatrixOfTheSingleAnswers(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        Snapshot snapshot = snapshot(facts);

        for (int i = 0; i < 3; i++) {
            Map<String, List<String>> parameters = parameters(facts);
            if (facts.random().nextInt(4) == 0) {
                parameters.put("affiliates", List.of("ofac-50"));
            }
            ExposureQuestion question = question(parameters);
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

        Map<String, List<String>> parameters = parameters(facts);
        LocalDate from = LocalDate.parse(parameters.remove("asOf").getFirst());
        boolean knownThen = !parameters.containsKey("knownAt") && random.nextBoolean();
        Map<String, List<String>> given = new TreeMap<>(parameters);
        given.put("from", List.of(from.toString()));
        given.put("to", List.of(from.plusDays(random.nextInt(300)).toString()));
        given.put("step", List.of("P" + (1 + random.nextInt(3)) + any(List.of("D", "W", "M"), random)));
        given.put("clock", List.of(knownThen ? "known" : "world"));
        SeriesQuestion series = GivenQuestions.series((given));

        SeriesAnswer answer = SeriesInquiry.ask(snapshot, series);

        List<SeriesAnswer.Point> expected = new ArrayList<>();
        Set<String> vendors = new TreeSet<>();
        for (LocalDate day : series.days()) {
            parameters.put("asOf", List.of(day.toString()));
            if (knownThen) {
                parameters.put("knownAt", List.of(day.toString()));
            }
            ExposureAnswer single = ExposureInquiry.ask(snapshot, question(parameters));
            Map<String, List<String>> certain = new TreeMap<>(parameters);
            certain.put("certainty", List.of("certain"));
            expected.add(point(day, single, ExposureInquiry.ask(snapshot, question(certain))));
            single.searched().vendors().forEach(vendor -> vendors.add(vendor.id()));
        }
        assertThat(answer.points()).as("%s", series).isEqualTo(expected);
        assertThat(answer.vendors()).extracting(Organization::id).containsExactlyElementsOf(vendors);
    }

    private static SeriesAnswer.Point point(LocalDate day, ExposureAnswer single, ExposureAnswer certain) {
        return new SeriesAnswer.Point(
                day,
                single.searched().vendors().size(),
                pairs(single),
                carriers(single),
                new SeriesAnswer.Certain(pairs(certain), carriers(certain)));
    }

    private static SeriesAnswer.Counts pairs(ExposureAnswer single) {
        Map<Relation, Integer> pairs = zeros();
        single.results().forEach(found -> pairs.merge(found.exposure().relation(), 1, Integer::sum));
        return new SeriesAnswer.Counts(single.total(), pairs);
    }

    private static SeriesAnswer.Counts carriers(ExposureAnswer single) {
        Map<String, Set<Relation>> carriers = new HashMap<>();
        for (ExposureAnswer.Found found : single.results()) {
            carriers.computeIfAbsent(found.carrier().id(), none -> EnumSet.noneOf(Relation.class))
                    .add(found.exposure().relation());
        }
        Map<Relation, Integer> byRelation = zeros();
        carriers.values().forEach(each -> each.forEach(relation -> byRelation.merge(relation, 1, Integer::sum)));
        return new SeriesAnswer.Counts(carriers.size(), byRelation);
    }

    private static Map<Relation, Integer> zeros() {
        Map<Relation, Integer> zeros = new EnumMap<>(Relation.class);
        EnumSet.allOf(Relation.class).forEach(relation -> zeros.put(relation, 0));
        return zeros;
    }

    private static Map<String, List<String>> parameters(RandomFacts facts) {
        Random random = facts.random();
        Map<String, List<String>> given = new TreeMap<>();
        SearchOptions options = facts.options();
        given.put("asOf", List.of(options.asOf().toString()));
        if (options.knownAt() != null) {
            given.put("knownAt", List.of(options.knownAt().toString()));
        }
        if (options.evidencedSince() != null) {
            given.put("evidencedSince", List.of(options.evidencedSince().toString()));
        }
        given.put("certainty", List.of(options.certainty().text()));
        given.put("minStake", List.of(options.minStake().toPlainString()));
        given.put("maxHops", List.of(Integer.toString(options.maxHops())));
        given.put("minEvidence", List.of(options.minEvidence().text()));
        given.put("ties", options.ties().stream().map(TieType::text).toList());
        if (random.nextBoolean()) {
            given.put("vendor", someIds(facts));
        }
        if (random.nextInt(4) == 0) {
            given.put("carrierCountry", List.of("JP"));
        }
        if (random.nextInt(4) == 0) {
            given.put(
                    "relation", List.of(any(List.of(Relation.values()), random).text()));
        }
        if (random.nextInt(4) == 0) {
            given.put("minHops", List.of("2"));
        }
        return given;
    }

    private static List<String> someIds(RandomFacts facts) {
        Set<String> ids = new TreeSet<>();
        for (int i = facts.random().nextInt(3); i >= 0; i--) {
            ids.add(any(facts.organizations(), facts.random()).id());
        }
        return List.copyOf(ids);
    }

    private static ExposureQuestion question(Map<String, List<String>> parameters) {
        Map<String, List<String>> all = new TreeMap<>(parameters);
        all.put("limit", List.of(Integer.toString(Paging.MOST)));
        return GivenQuestions.exposures((all), LocalDate.EPOCH);
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
                List.of(),
                List.of(any(facts.sources(), facts.random()).id()),
                null,
                "");
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
