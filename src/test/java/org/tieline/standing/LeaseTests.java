package org.tieline.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;

@ExtendWith(EmbeddedNeo4jExtension.class)
class LeaseTests {
    private static final Duration LONG = Patience.LONGEST;
    private static final Duration BRIEF = Duration.ofMillis(300);

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    LeaseTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void begin() {
        EmbeddedNeo4jExtension.empty(server);
    }

    private Lease lease(Duration length) {
        return new Lease(neo4j, length);
    }

    private long number(String query) {
        return neo4j.<Long>read(tx -> tx.run(query).single().get(0).asLong());
    }

    @Test
    void shouldBeHadByOneOfManyWhoWantItAtOnce() throws Exception {
        List<Future<Boolean>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Lease each = lease(LONG);
                taken.add(threads.submit(each::take));
            }
        }

        int owners = 0;
        for (Future<Boolean> each : taken) {
            owners += Patience.get(each) ? 1 : 0;
        }
        assertThat(owners).isOne();
        assertThat(number("MATCH (l:Lease) RETURN count(l)")).isOne();
        assertThat(number("MATCH (l:Lease) RETURN l.term")).isOne();
        assertThat(lease(LONG).isAnothers()).isTrue();
    }

    @Test
    void shouldWriteNothingWhileItIsHadAndNotSaidAgain() {
        Lease one = lease(LONG);
        assertThat(one.take()).isTrue();
        DriverGraphReader reader = new DriverGraphReader(neo4j);
        var before = reader.lastCommit();

        assertThat(one.take()).isTrue();
        assertThat(lease(LONG).take()).isFalse();

        assertThat(reader.lastCommit()).isEqualTo(before);
        assertThat(one.isAnothers()).isFalse();
    }

    /** Who has it stops before another begins, whatever their clocks say: only time that passes is counted. */
    @Test
    void shouldPassToAnotherWhenItHasEndedForWhoHadIt() {
        Lease one = lease(BRIEF);
        Lease other = lease(LONG);
        assertThat(one.take()).isTrue();
        assertThat(one.left()).isPositive().isLessThanOrEqualTo(BRIEF);
        Lease.Term term = one.term();

        Patience.await(other::take);

        assertThat(one.left()).isZero();
        assertThat(one.take()).isFalse();
        assertThat(number("MATCH (l:Lease) RETURN l.term")).isEqualTo(2);
        assertThatThrownBy(() -> term.write(
                        tx -> tx.run("CREATE (:Delivery {id: 'late'})").consume()))
                .isInstanceOf(Lease.Anothers.class);
        assertThat(number("MATCH (d:Delivery) RETURN count(d)")).isZero();
    }

    @Test
    void shouldLetNobodyWriteInAnEarlierTermOfHisOwn() {
        Lease one = lease(BRIEF);
        Lease other = lease(BRIEF);
        assertThat(one.take()).isTrue();
        Lease.Term first = one.term();
        Patience.await(other::take);
        Patience.await(one::take);

        assertThatThrownBy(() -> first.write(tx -> null)).isInstanceOf(Lease.Anothers.class);
        one.term().write(tx -> null);
        assertThat(number("MATCH (l:Lease) RETURN l.term")).isEqualTo(3);
    }

    @Test
    void shouldBeProlongedByWhatIsWritten() {
        Lease one = lease(LONG);
        assertThat(one.take()).isTrue();
        Duration before = one.left();

        one.term().write(tx -> tx.run("CREATE (:Delivery {id: 'on-time'})").consume());

        assertThat(one.left()).isGreaterThan(before.minus(Duration.ofSeconds(1)));
        assertThat(number("MATCH (l:Lease) RETURN l.term")).isOne();
        assertThat(number("MATCH (d:Delivery) RETURN count(d)")).isOne();
    }

    @Test
    void shouldBeFreeAtOnceWhenItIsReleased() {
        Lease one = lease(LONG);
        Lease other = lease(LONG);
        assertThat(one.take()).isTrue();
        assertThat(other.take()).isFalse();

        one.release();

        assertThat(one.left()).isZero();
        assertThat(other.take()).isTrue();
        one.release();
        assertThat(one.isAnothers()).isTrue();
    }
}
