package org.tieline.question.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.SnapshotBuilder;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.Conflict;
import org.tieline.restriction.Covers;
import org.tieline.restriction.Jurisdiction;
import org.tieline.restriction.PastDeadline;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;

/** Shipped bans against ties that nobody made because of them. */
class ShippedBansTests {
    private static final Dataset DATA = DatasetReader.read(Path.of("seed-data"));
    private static final String TRIED = "huawei-supplies-try";

    @Test
    void shouldCoverTheFifthGenerationInSwedenAndNotTheFourth() {
        BanAgainst fourth = swedish(with(supplied("telia-sweden", Generation.G4)), "telia-sweden");
        BanAgainst fifth = swedish(with(supplied("telia-sweden", Generation.G5)), "telia-sweden");

        assertThat(fourth.covers()).isEqualTo(Covers.NO);
        assertThat(fourth.conflict()).isNull();
        assertThat(fifth.covers()).isEqualTo(Covers.YES);
        assertThat(fifth.coveredTie()).isEqualTo(TRIED);
        assertThat(fifth.jurisdiction()).isEqualTo(Jurisdiction.HOME);
        assertThat(fifth.conflict()).isEqualTo(Conflict.ESTABLISHED);
        assertThat(fifth.pastDeadline()).as("on 2025-01-01 it comes").isEqualTo(PastDeadline.NO);
    }

    /** New equipment is forbidden and what is there has to go, so that it does not matter when it came. */
    @ParameterizedTest
    @ValueSource(strings = {"2019", "2020", "2021-05-31"})
    void shouldCoverWhatCameBeforeTheSwedishBanAsWellAsWhatCameLater(String since) {
        Tie tie = beginning(supplied("telia-sweden", Generation.G5), PartialDate.parse(since));

        assertThat(swedish(with(tie), "telia-sweden").covers()).isEqualTo(Covers.YES);
    }

    /** The terms are those of three licences, and Tele2 has its own by way of Net4Mobility alone. */
    @Test
    void shouldHoldTheSwedishBanAgainstTheCarriersThatItNames() {
        Tie ofTele2 = supplied("tele2", Generation.G5);
        Tie ofItsVenture = supplied("net4mobility", Generation.G5);

        assertThat(swedish(with(ofTele2), "tele2").covers()).isEqualTo(Covers.NO);
        assertThat(swedish(with(ofItsVenture.withCountries(List.of("SE"))), "tele2")
                        .conflict())
                .isEqualTo(Conflict.ESTABLISHED);
        assertThat(swedish(with(ofItsVenture), "tele2").covers())
                .as("a company that is no carrier may have it anywhere")
                .isEqualTo(Covers.UNKNOWN);
    }

    @Test
    void shouldNotHoldTheSwedishBanAgainstEquipmentAbroad() {
        // Telia Company is Swedish; what its Norwegian subsidiary has is none of the Swedish regulator's business.
        BanAgainst norwegian = swedish(with(supplied("telia-norway", Generation.G5)), "telia-company");
        Tie abroad = supplied("telia-sweden", Generation.G5).withCountries(List.of("NO"));

        assertThat(norwegian.jurisdiction()).isEqualTo(Jurisdiction.HOME);
        assertThat(norwegian.covers()).isEqualTo(Covers.NO);
        assertThat(norwegian.conflict()).isNull();
        assertThat(swedish(with(abroad), "telia-sweden").covers()).isEqualTo(Covers.NO);
    }

    private static Tie supplied(String customer, Generation generation) {
        return new Tie(
                TRIED,
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
                "");
    }

    private static Tie beginning(Tie tie, PartialDate since) {
        return new Tie(
                tie.id(),
                tie.from(),
                tie.type(),
                tie.to(),
                since,
                null,
                null,
                tie.segment(),
                tie.generation(),
                tie.evidence(),
                tie.sources(),
                "");
    }

    private static Dataset with(Tie tie) {
        List<Tie> ties = new ArrayList<>(DATA.ties());
        ties.add(tie);
        return new Dataset(
                DATA.version(),
                DATA.sha256(),
                DATA.organizations(),
                ties,
                DATA.bans(),
                DATA.sources(),
                DATA.memberships());
    }

    private static BanAgainst swedish(Dataset dataset, String carrier) {
        Map<String, List<String>> parameters =
                (Map.of("vendor", List.of("huawei"), "asOf", List.of("2021-06-01"), "limit", List.of("1000")));
        ExposureQuestion question =
                GivenQuestions.exposures(parameters, LocalDate.EPOCH).withCarriers(Set.of(carrier));
        ExposureAnswer answer = ExposureInquiry.ask(SnapshotBuilder.take(new InMemory(dataset)), question);
        return answer.results().getFirst().bans().stream()
                .filter(against -> against.onDay().ban().id().equals("se-pts-5g-2020"))
                .findFirst()
                .orElseThrow();
    }
}
