package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tieline.exposure.NaiveExposures.Question;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** The yardstick itself, on a graph small enough to check by eye. */
class NaiveExposuresTests {
    private static final Source SOURCE = new Source("s", "Press", "Report", PartialDate.parse("2018-12"), null);

    @Test
    void shouldReachEachStateByTheTable() {
        List<Organization> organizations = List.of(
                organization("v", OrganizationKind.VENDOR),
                organization("w", OrganizationKind.VENDOR),
                organization("parent", OrganizationKind.COMPANY),
                organization("child", OrganizationKind.CARRIER),
                organization("peer", OrganizationKind.CARRIER),
                organization("far-peer", OrganizationKind.CARRIER),
                organization("chained", OrganizationKind.CARRIER),
                organization("state", OrganizationKind.GOVERNMENT),
                organization("state-owned", OrganizationKind.CARRIER));
        List<Tie> ties = List.of(
                tie("t1", "v", TieType.PARTNERS_WITH, "parent"),
                tie("t2", "parent", TieType.OWNS, "child"),
                tie("t3", "peer", TieType.SHARES_NETWORK_WITH, "child"),
                tie("t4", "peer", TieType.SHARES_NETWORK_WITH, "far-peer"),
                tie("t5", "v", TieType.SUPPLIES, "w"),
                tie("t6", "w", TieType.SUPPLIES, "chained"),
                tie("t7", "state", TieType.OWNS, "parent"),
                tie("t8", "state", TieType.OWNS, "state-owned"));

        var exposures = new NaiveExposures(organizations, ties, List.of(SOURCE))
                .of(Question.of("v", LocalDate.of(2018, 12, 30)));

        assertThat(exposures.values())
                .extracting(e -> e.carrier() + " " + e.relation() + " " + e.ties() + " " + e.certain())
                .containsExactly(
                        "chained supply-chain [t5, t6] false",
                        "child parent [t1, t2] false",
                        "peer network-sharing [t1, t2, t3] false");
    }

    @Test
    void shouldTakeTheFirstOfEquallyShortPaths() {
        List<Organization> organizations = List.of(
                organization("v", OrganizationKind.VENDOR),
                organization("a", OrganizationKind.COMPANY),
                organization("b", OrganizationKind.COMPANY),
                organization("c", OrganizationKind.CARRIER));
        List<Tie> ties = List.of(
                tie("v-a", "v", TieType.SUPPLIES, "a"),
                tie("v-b", "v", TieType.SUPPLIES, "b"),
                tie("v-b-2", "v", TieType.SUPPLIES, "b"),
                tie("z", "a", TieType.OWNS, "c"),
                tie("y", "b", TieType.OWNS, "c"));

        var exposures = new NaiveExposures(organizations, ties, List.of(SOURCE))
                .of(Question.of("v", LocalDate.of(2018, 12, 31)));

        assertThat(exposures.get("c").ties()).containsExactly("v-a", "z");
        assertThat(exposures.get("c").certain()).isTrue();
    }

    private static Organization organization(String id, OrganizationKind kind) {
        return new Organization(id, id, kind, null, List.of());
    }

    private static Tie tie(String id, String from, TieType type, String to) {
        return new Tie(
                id, from, type, to, null, null, null, List.of(), List.of(), Evidence.CONFIRMED, List.of("s"), "");
    }
}
