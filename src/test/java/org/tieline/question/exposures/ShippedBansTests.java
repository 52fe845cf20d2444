package org.tieline.question.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.SnapshotBuilder;
import org.tieline.restriction.BanAgainst;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;

/** Shipped bans against ties that nobody made because of them. */
class ShippedBansTests {
    private static final Dataset DATA = DatasetReader.read(Path.of("seed-data"));
    private static final String SWEDISH = "se-pts-5g-2020";

    @Test
    void shouldCoverTheFifthGenerationInSwedenAndNotTheFourth() {
        BanAgainst fourth = ban(with("huawei-supplies-tele2-try", "tele2", Generation.G4), "tele2", SWEDISH);
        BanAgainst fifth = ban(with("huawei-supplies-tele2-try", "tele2", Generation.G5), "tele2", SWEDISH);

        assertThat(fourth.covers().text()).isEqualTo("no");
        assertThat(fourth.conflict()).isFalse();
        assertThat(fifth.covers().text()).isEqualTo("yes");
        assertThat(fifth.coveredTie()).isEqualTo("huawei-supplies-tele2-try");
        assertThat(fifth.jurisdiction().text()).isEqualTo("home");
        assertThat(fifth.conflict()).isTrue();
        assertThat(fifth.pastDeadline()).as("on 2025-01-01 it comes").isFalse();
    }

    @Test
    void shouldNotHoldTheSwedishBanAgainstEquipmentAbroad() {
        // Telia Company is Swedish; what its Norwegian subsidiary has is none of the Swedish regulator's business.
        BanAgainst norwegian =
                ban(with("huawei-supplies-telia-norway-try", "telia-norway", Generation.G5), "telia-company", SWEDISH);

        assertThat(norwegian.jurisdiction().text()).isEqualTo("home");
        assertThat(norwegian.covers().text()).isEqualTo("yes");
        assertThat(norwegian.conflict()).isFalse();
    }

    private static Dataset with(String id, String customer, Generation generation) {
        List<Tie> ties = new ArrayList<>(DATA.ties());
        ties.add(new Tie(
                id,
                "huawei",
                TieType.SUPPLIES,
                customer,
                null,
                null,
                null,
                List.of(Segment.RAN),
                List.of(generation),
                Evidence.REPORTED,
                List.of("reuters-2018-12-07-japan-ban"),
                ""));
        return new Dataset(
                DATA.version(),
                DATA.sha256(),
                DATA.organizations(),
                ties,
                DATA.bans(),
                DATA.sources(),
                DATA.memberships());
    }

    private static BanAgainst ban(Dataset dataset, String carrier, String ban) {
        Map<String, List<String>> parameters =
                (Map.of("vendor", List.of("huawei"), "asOf", List.of("2021-06-01"), "limit", List.of("1000")));
        ExposureQuestion question =
                GivenQuestions.exposures(parameters, LocalDate.EPOCH).about(carrier);
        ExposureAnswer answer = ExposureInquiry.ask(SnapshotBuilder.take(new InMemory(dataset)), question);
        return answer.results().getFirst().bans().stream()
                .filter(against -> against.onDay().ban().id().equals(ban))
                .findFirst()
                .orElseThrow();
    }
}
