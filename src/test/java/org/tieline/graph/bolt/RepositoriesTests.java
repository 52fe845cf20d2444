package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.Progress;
import org.tieline.model.BanNature;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoriesTests {
    private final Neo4j neo4j;
    private final Dataset dataset = TestFacts.dataset();

    RepositoriesTests(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    @BeforeAll
    void load(EmbeddedServer server) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
        server.database()
                .executeTransactionally(
                        "CREATE (:Organization {id: 'no-kind', name: 7}), (:Ban {id: 'no-ban', scope: 1})");
    }

    @Test
    void shouldFindOneByItsId() {
        assertThat(new Organizations(neo4j).find("huawei"))
                .contains(dataset.organizations().get(3));
        assertThat(new Bans(neo4j).find("uk-2020")).contains(dataset.bans().getFirst());
        assertThat(new Sources(neo4j).find(List.of("bbc-2020", "nowhere"))).isEqualTo(dataset.sources());
    }

    @Test
    void shouldFindNothingWhereThereIsNothingAndKeepWhatCanBeRead() {
        assertThat(new Organizations(neo4j).find("huawi")).isEmpty();
        assertThat(new Organizations(neo4j).find("no-kind"))
                .contains(TestFacts.organization("no-kind", "no-kind", OrganizationKind.COMPANY, null));
        assertThat(new Bans(neo4j).find("no-ban")).isEmpty();
        assertThat(new Sources(neo4j).find(List.of())).isEmpty();
    }

    @Test
    void shouldPageSortedById() {
        Organizations organizations = new Organizations(neo4j);

        assertThat(organizations.page(null, List.of(), 2, 1).results())
                .extracting(Organization::id)
                .containsExactly("ee", "gov-uk");
        assertThat(organizations.page(OrganizationKind.CARRIER, List.of("GB"), 1, 0))
                .isEqualTo(new RecordPage<>(List.of(dataset.organizations().getFirst()), 2));
        assertThat(organizations.page(OrganizationKind.CARRIER, List.of("CN"), 10, 0))
                .isEqualTo(new RecordPage<>(List.of(), 0));
        assertThatThrownBy(() -> organizations.page(null, List.of(), 0, 0)).hasMessage("limit must be 1..10000, was 0");
    }

    @Test
    void shouldFilterBans() {
        Bans bans = new Bans(neo4j);

        assertThat(bans.all()).isEqualTo(dataset.bans());
        assertThat(bans.page(new Bans.Filter("gov-uk", "GB", "huawei", BanNature.ORDER), 10, 0))
                .isEqualTo(new RecordPage<>(dataset.bans(), 1));
        assertThat(bans.page(new Bans.Filter(null, "CN", null, null), 10, 0).total())
                .isZero();
        assertThat(bans.page(new Bans.Filter(null, null, null, BanNature.ADVICE), 10, 0)
                        .results())
                .isEmpty();
    }
}
