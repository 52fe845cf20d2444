package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Result;
import org.tieline.graph.Progress;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

@ExtendWith(EmbeddedNeo4jExtension.class)
class TiesTests {
    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Ties ties;

    TiesTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
        this.ties = new Ties(neo4j);
    }

    @BeforeEach
    void load() {
        EmbeddedNeo4jExtension.empty(server);
        new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
    }

    @Test
    void shouldFindATieWithItsTwoEnds() {
        Ties.Between found = ties.find("huawei-supplies-bt").orElseThrow();

        assertThat(TestFacts.dataset().ties()).contains(found.tie());
        assertThat(TestFacts.dataset().organizations()).contains(found.from(), found.to());
        assertThat(ties.find("nothing")).isEmpty();
    }

    @Test
    void shouldTellTheTiesOfAnOrganizationBySide() {
        assertThat(ids(ties.of("bt", Ties.Side.ANY, 10))).containsExactly("bt-owns-ee", "huawei-supplies-bt");
        assertThat(ids(ties.of("bt", Ties.Side.OWNED, 10))).containsExactly("bt-owns-ee");
        assertThat(ids(ties.of("bt", Ties.Side.OWNERS, 10))).isEmpty();
        assertThat(ids(ties.of("ee", Ties.Side.OWNERS, 10))).containsExactly("bt-owns-ee");
        assertThat(ids(ties.of("gov-uk", Ties.Side.ANY, 10))).isEmpty();
    }

    @Test
    void shouldCutAtTheLimitAndStillTellTheTotal() {
        RecordPage<Ties.Between> first = ties.of("bt", Ties.Side.ANY, 1);

        assertThat(ids(first)).containsExactly("bt-owns-ee");
        assertThat(first.total()).isEqualTo(2);
    }

    @Test
    void shouldLeaveOutThePropertyThatIsBadlyMade() {
        server.database().executeTransactionally("MATCH ()-[t {id: 'bt-owns-ee'}]->() SET t.percent = 'some'");

        assertThat(ties.find("bt-owns-ee"))
                .hasValueSatisfying(found -> assertThat(found.tie().percent()).isNull());
        assertThat(ids(ties.of("bt", Ties.Side.ANY, 10))).containsExactly("bt-owns-ee", "huawei-supplies-bt");
    }

    @Test
    void shouldTellIdsThatBeginAlike() {
        assertThat(ties.near("huawei-suplies-bt")).containsExactly("huawei-supplies-bt");
        assertThat(ties.near("zte-supplies-bt")).isEmpty();
    }

    @Test
    void shouldLookIdsUpInIndexes() {
        for (String query : List.of(Ties.FIND, Ties.NEAR)) {
            Map<String, Object> parameters = Map.of("id", "x", "beginning", "x", "limit", 1);
            ExecutionPlanDescription plan = server.database()
                    .executeTransactionally("EXPLAIN " + query, parameters, Result::getExecutionPlanDescription);
            List<String> operators = operators(plan).toList();
            assertThat(operators)
                    .filteredOn(operator -> operator.contains("IndexSeek"))
                    .hasSize(5);
            assertThat(operators).noneMatch(operator -> operator.contains("Scan"));
        }
    }

    private static Stream<String> operators(ExecutionPlanDescription plan) {
        return Stream.concat(
                Stream.of(plan.getName()), plan.getChildren().stream().flatMap(TiesTests::operators));
    }

    private static List<String> ids(RecordPage<Ties.Between> page) {
        return page.results().stream().map(between -> between.tie().id()).toList();
    }
}
