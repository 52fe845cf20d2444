package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Paging;
import org.tieline.question.records.SearchInquiry;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

/** What was asked beforehand is known by the plans that the database keeps. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmingTests {
    private static final Duration END_TIMEOUT = Duration.ofMinutes(2);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final CountDownLatch stopping = new CountDownLatch(1);
    private Neo4j neo4j;
    private Snapshots snapshots;
    private Inquiries inquiries;

    @BeforeAll
    void load(Neo4j tests) {
        neo4j = tests;
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        inquiries = Inquiries.over(neo4j, snapshots);
    }

    @AfterAll
    void close() {
        snapshots.close();
    }

    @BeforeEach
    void forget() {
        snapshots.refresh();
        forgottenPlans();
    }

    /** Makes the database forget its plans and returns how many it had, but for that of this very query. */
    private int forgottenPlans() {
        String told = neo4j.read(
                tx -> tx.run("CALL db.clearQueryCaches()").single().get("value").asString());
        Matcher number = NUMBER.matcher(told);
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }

    @Test
    void shouldLeaveNothingToPlanForThoseWhoAskFirst() {
        new Warming(inquiries, stopping).run();
        int planned = forgottenPlans();

        new Warming(inquiries, stopping).run();
        LocalDate day = LocalDate.of(2018, 12, 8);
        inquiries.organizations().about("vodafone-group", day);
        inquiries.search().find(new SearchInquiry.Question("vodafone", Paging.FIRST));
        inquiries.bans().about("us-ndaa-889a-2019", day, null);
        inquiries.sources().about("reuters-2018-12-07-japan-ban");

        assertThat(planned).isGreaterThanOrEqualTo(4);
        assertThat(forgottenPlans()).isEqualTo(planned);
    }

    @Test
    void shouldWaitForASnapshotAndAskThen() throws InterruptedException {
        try (Snapshots later = new Snapshots(new DriverGraphReader(neo4j))) {
            Thread warming = new Warming(Inquiries.over(neo4j, later), stopping).start();
            later.refresh();

            assertThat(warming.join(END_TIMEOUT)).isTrue();
        }
        assertThat(forgottenPlans()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void shouldEndWithTheServer() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Snapshots never = new Snapshots(new DriverGraphReader(neo4j))) {
            Thread warming = new Warming(Inquiries.over(neo4j, never), stopped).start();
            stopped.countDown();

            assertThat(warming.join(END_TIMEOUT)).isTrue();
        }
        new Warming(inquiries, stopped).run();
        assertThat(forgottenPlans()).isLessThan(4);
    }

    @Test
    void shouldHarmNothingWhereTheDatabaseFails(EmbeddedServer server) {
        Neo4j closed = Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j");
        closed.close();

        new Warming(Inquiries.over(closed, snapshots), stopping).run();

        assertThat(snapshots.latest()).isPresent();
    }
}
