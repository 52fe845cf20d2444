package org.tieline.question.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.path.Hop;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.screening.ScreeningFinding.Status;
import org.tieline.question.screening.ScreeningResult.Outcome;
import org.tieline.restriction.BanClock;
import org.tieline.testing.GivenQuestions;

/** Screens names against the shipped data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningInquiryTests {
    private static final LocalDate DAY = LocalDate.parse("2018-12-08");

    private Snapshot snapshot;

    private record Shipped(Dataset dataset) implements GraphReader {
        @Override
        public Commit lastCommit() {
            return Commit.numbered(1);
        }

        @Override
        public void read(GraphSink sink) {
            sink.dataset(new LoadedDataset(dataset.version(), dataset.sha256(), Instant.EPOCH, 0, 0, 0, 0));
            dataset.organizations().forEach(sink::organization);
            dataset.sources().forEach(sink::source);
            dataset.bans().forEach(sink::ban);
            dataset.ties().forEach(sink::tie);
        }
    }

    @BeforeAll
    void read() {
        snapshot = SnapshotBuilder.take(new Shipped(DatasetReader.read(Path.of("seed-data"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "华为                            |    | matched   | huawei",
                "ドコモ                           |    | matched   | ntt-docomo",
                "Huawei Technologies Co., Ltd.  |    | matched   | huawei",
                "HUAWEI                         |    | matched   | huawei",
                "Hauwei                         |    | matched   | huawei",
                "Telefonica Deutschland         |    | matched   | telefonica-deutschland",
                "Telefnica Deutchland           |    | matched   | telefonica-deutschland",
                "Ericson                        |    | matched   | ericsson",
                "ПАО МТС                        |    | matched   | mts",
                "Vodafone                       |    | ambiguous | vodafone-group vodafone-germany vodafone-uk vodafone-turkey vodafone-czech",
                "Vodafone                       | GB | ambiguous | vodafone-group vodafone-uk vodafone-germany vodafone-turkey",
                "Vodafone                       | DE | matched   | vodafone-germany",
                "Vodafone GmbH                  |    | matched   | vodafone-germany",
                "Vodafone Kft                   |    | ambiguous | vodafone-hungary vodafone-germany vodafone-group vodafone-uk vodafone-czech",
                "Vodafone Qatar                 |    | ambiguous | vodafone-group vodafone-germany vodafone-turkey vodafone-uk",
                "SoftBank                       |    | ambiguous | softbank-group softbank-corp",
                "SoftBank Corp.                 |    | matched   | softbank-corp",
                "Three                          |    | ambiguous | drei-austria three-sweden three-denmark three-hong-kong three-ireland",
                "3                              |    | ambiguous | drei-austria three-sweden three-denmark three-hong-kong three-ireland",
                "BT                             |    | matched   | bt",
                "EE                             |    | matched   | ee",
                "O2                             | CZ | matched   | o2-czech",
                "O2                             |    | ambiguous | telefonica-deutschland o2-czech o2-slovakia virgin-media-o2",
                "TIM                            |    | ambiguous | tim tim-brasil mytel",
                "TIM                            | IT | matched   | tim",
                "TIM                            | BR | matched   | tim-brasil",
                "TIM S.p.A.                     |    | matched   | tim",
                "TIM S.A.                       |    | matched   | tim-brasil",
                "Hutchison Telephone Company    |    | matched   | three-hong-kong",
                "Hutchison Telephone            |    | ambiguous | hthkh three-hong-kong ck-hutchison hutch-sri-lanka three-uk",
                "PJSC VimpelCom                 |    | matched   | beeline-russia",
                "VimpelCom                      |    | ambiguous | beeline-russia veon",
                "ソフトバンク株式会社                    |    | matched   | softbank-corp",
                "M1 Limited                     |    | matched   | m1",
                "Huawei                         | US | ambiguous | huawei",
                "Huawei                         | cn | matched   | huawei",
                "Telekom Italia                 |    | matched   | tim",
                "Zhongxing Telecom Equipment    |    | matched   | zte",
                "ZTE and Huawei                 |    | ambiguous | zte huawei",
                "Cirque du Soleil               |    | unmatched | ''",
                "kddi                           |    | matched   | kddi",
            })
    void shouldDecideOnlyWhatIsClear(String name, String country, String outcome, String ids) {
        ScreeningResult result = screen(new ScreeningEntry(1, null, null, name, country, null));

        assertThat(result.outcome().text()).as(result.explanation()).isEqualTo(outcome);
        if (result.outcome() == Outcome.MATCHED) {
            assertThat(result.candidates().getFirst().id()).isEqualTo(ids);
            assertThat(result.finding()).isNotNull();
        } else {
            assertThat(String.join(
                            " ",
                            result.candidates().stream()
                                    .map(ScreeningResult.Candidate::id)
                                    .toList()))
                    .isEqualTo(ids);
            assertThat(result.finding()).isNull();
        }
    }

    @Test
    void shouldListFiveCandidatesAndCountAll() {
        ScreeningResult result = screen(named("Telecom"));

        assertThat(result.outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(result.candidates()).hasSize(5);
        assertThat(result.candidatesTotal()).isGreaterThan(20);
    }

    @Test
    void shouldTakeAnIdUnlessTheNameContradictsIt() {
        assertThat(screen(new ScreeningEntry(1, null, "kddi", "KDDI", "JP", null))
                        .outcome())
                .isEqualTo(Outcome.MATCHED);
        assertThat(screen(new ScreeningEntry(1, null, "kddi", "a name nobody has", null, null))
                        .outcome())
                .isEqualTo(Outcome.AMBIGUOUS);
        ScreeningResult both = screen(new ScreeningEntry(1, null, "vodafone-germany", "Vodafone", null, null));
        assertThat(both.outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(both.candidates())
                .extracting(ScreeningResult.Candidate::id)
                .startsWith("vodafone-germany", "vodafone-group");
        ScreeningResult wrong = screen(new ScreeningEntry(1, null, "kdi", null, null, null));
        assertThat(wrong.outcome()).isEqualTo(Outcome.UNMATCHED);
        assertThat(wrong.explanation()).isEqualTo("there is no organization with the id kdi");
        assertThat(screen(new ScreeningEntry(1, null, "kddi", null, "KR", null)).outcome())
                .isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void shouldSayWhoRestrictsAndSinceWhen() {
        ScreeningFinding huawei = screen(named("Huawei")).finding();

        assertThat(huawei.status()).isEqualTo(Status.RESTRICTED);
        assertThat(huawei.restrictedBy()).anySatisfy(restriction -> {
            assertThat(restriction.id()).isEqualTo("au-5g-2018");
            assertThat(restriction.country()).isEqualTo("AU");
            assertThat(restriction.since()).hasToString("2018-09-18");
        });
        assertThat(huawei.text())
                .contains("au-5g-2018 (AU, in-force since 2018-09-18)")
                .endsWith("in a weaker state or narrowed out.");
    }

    @Test
    void shouldSayThatNothingIsOnRecordAndNoMore() {
        ScreeningFinding early = ask(question("1990-01-01"), List.of(named("Huawei"), named("KDDI")))
                .get(0)
                .finding();
        ScreeningFinding carrier =
                ask(question("1990-01-01"), List.of(named("KDDI"))).getFirst().finding();

        assertThat(early.status()).isEqualTo(Status.NOTHING_ON_RECORD);
        assertThat(early.text())
                .isEqualTo("Nothing on record on this day, 1990-01-01: no ban that was searched is against it. "
                        + "Exposures are searched for carriers alone; its kind is vendor.");
        assertThat(carrier.text())
                .isEqualTo("Nothing on record on this day, 1990-01-01: no ban that was searched is against it, "
                        + "and no tie that was searched leads to it from a vendor restricted then.");
    }

    /** For every organization the same as the exposure question about it, and the bans counted one by one. */
    @Test
    void shouldAgreeWithTheQuestionsThatItSums() {
        ScreeningQuestion question = question(DAY.toString());
        List<ScreeningEntry> all = new ArrayList<>();
        snapshot.organizations().keySet().stream()
                .sorted()
                .forEach(id -> all.add(new ScreeningEntry(all.size() + 1, null, id, null, null, null)));
        BanClock clock = snapshot.clock(DAY, null);
        int exposed = 0;
        int restricted = 0;
        for (ScreeningResult result : ask(question, all)) {
            Organization organization =
                    snapshot.organization(result.organization().id());
            ScreeningFinding finding = result.finding();
            List<String> bans = snapshot.bans().values().stream()
                    .filter(ban -> ban.targets().contains(organization.id()))
                    .flatMap(ban -> clock.on(ban).stream())
                    .filter(question.bans()::accepts)
                    .map(onDay -> onDay.ban().id())
                    .toList();
            assertThat(finding.restrictedBy())
                    .extracting(ScreeningFinding.Restriction::id)
                    .containsExactlyElementsOf(bans);
            assertThat(finding.restrictedBy())
                    .allSatisfy(each -> assertThat(each.since().firstDay()).isBeforeOrEqualTo(DAY));
            if (organization.kind() == OrganizationKind.CARRIER) {
                ExposureAnswer answer =
                        ExposureInquiry.ask(snapshot, question.exposures().withCarriers(Set.of(organization.id())));
                assertThat(finding.exposuresTotal()).isEqualTo(answer.total());
                assertThat(finding.exposures())
                        .extracting(ScreeningFinding.ExposedTo::ties)
                        .containsExactlyInAnyOrderElementsOf(answer.results().stream()
                                .map(found -> found.exposure().path().stream()
                                        .map(Hop::tie)
                                        .toList())
                                .toList());
                exposed += answer.total();
            } else {
                assertThat(finding.exposuresTotal()).isZero();
            }
            restricted += bans.size();
        }
        assertThat(exposed).isGreaterThan(100);
        assertThat(restricted).isGreaterThan(5);
    }

    @Test
    void shouldAnswerTheSameInAnyOrder() {
        List<String> names = new ArrayList<>();
        snapshot.organizations().values().forEach(each -> {
            names.add(each.name());
            names.addAll(each.aliases());
        });
        Map<String, Outcome> outcomes = new HashMap<>();
        Map<String, List<ScreeningResult.Candidate>> candidates = new HashMap<>();
        Random random = new Random(3);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(names, random);
            List<ScreeningEntry> entries = IntStream.range(0, names.size())
                    .mapToObj(i -> new ScreeningEntry(i + 1, null, null, names.get(i), null, null))
                    .toList();
            for (ScreeningResult result : ask(question(DAY.toString()), entries)) {
                String name = result.entry().name();
                assertThat(outcomes.merge(name, result.outcome(), (a, b) -> a)).isEqualTo(result.outcome());
                assertThat(candidates.merge(name, result.candidates(), (a, b) -> a))
                        .isEqualTo(result.candidates());
            }
        }
        assertThat(outcomes.values()).doesNotContain(Outcome.UNMATCHED);
    }

    /** Of many entries only few are taken before the result of the first is handed over. */
    @Test
    void shouldLookAtFewEntriesBeforeItHandsOver() {
        int ahead = ScreeningInquiry.TOGETHER * (Cores.ahead() + 1);
        int all = ahead * 3 + 1;
        List<ScreeningResult> results = new ArrayList<>();
        Iterator<ScreeningEntry> entries = IntStream.range(0, all)
                .mapToObj(i -> {
                    assertThat(results).hasSizeGreaterThanOrEqualTo(i - ahead);
                    return named("Vodafone " + i);
                })
                .iterator();

        Map<Outcome, Integer> outcomes =
                ScreeningInquiry.ask(snapshot, question(DAY.toString()), () -> entries, sink(results));

        assertThat(results)
                .extracting(result -> result.entry().name())
                .containsExactlyElementsOf(
                        IntStream.range(0, all).mapToObj(i -> "Vodafone " + i).toList());
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(all);
    }

    @Test
    void shouldRefuseAGovernmentThatIsNotThereBeforeAnythingIsHandedOver() {
        Map<String, List<String>> parameters = (Map.of("government", List.of("gov-atlantis")));
        List<ScreeningResult> none = new ArrayList<>();

        assertThatThrownBy(() -> ScreeningInquiry.ask(
                        snapshot, GivenQuestions.screening(parameters, DAY), List.of(named("KDDI")), sink(none)))
                .isInstanceOf(NotFound.class);
        assertThat(none).isEmpty();
    }

    @Test
    void shouldKnowOnlyWhatWasKnown() {
        Map<String, List<String>> parameters =
                (Map.of("asOf", List.of("2019-06-01"), "knownAt", List.of("2010-01-01")));
        ScreeningQuestion question = GivenQuestions.screening(parameters, DAY);

        assertThat(ask(question, List.of(named("Huawei"))).getFirst().finding().restrictedBy())
                .isEmpty();
    }

    private ScreeningResult screen(ScreeningEntry entry) {
        return ask(question(DAY.toString()), List.of(entry)).getFirst();
    }

    private List<ScreeningResult> ask(ScreeningQuestion question, List<ScreeningEntry> entries) {
        List<ScreeningResult> results = new ArrayList<>();
        ScreeningInquiry.ask(snapshot, question, entries, sink(results));
        return results;
    }

    private static ScreeningInquiry.Sink sink(List<ScreeningResult> results) {
        return new ScreeningInquiry.Sink() {
            @Override
            public void searched(ExposureAnswer.Searched searched) {
                assertThat(searched.allRestricted()).isTrue();
            }

            @Override
            public void result(ScreeningResult result) {
                results.add(result);
            }
        };
    }

    private static ScreeningEntry named(String name) {
        return new ScreeningEntry(1, null, null, name, null, null);
    }

    private static ScreeningQuestion question(String day) {
        return GivenQuestions.screening((Map.of("asOf", List.of(day))), DAY);
    }
}
