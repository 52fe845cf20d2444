package org.tieline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** The names of states of a graph. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class CommitTests {
    /** More than the distance at which bookmarks of Neo4j have equal hashes of 32 bits again. */
    private static final int COMMITS = 400;

    @Test
    void shouldTellBookmarksApartWhoseHashesAreEqual() {
        String one = "FB:kcwQAa";
        String other = "FB:kcwQBB";

        assertThat(one).hasSameHashCodeAs(other);
        assertThat(Commit.bookmarked(List.of(one))).isNotEqualTo(Commit.bookmarked(List.of(other)));
        assertThat(Commit.bookmarked(List.of(one)).name()).matches("[0-9a-f]{32}");
        assertThat(Commit.bookmarked(List.of(one, other))).isEqualTo(Commit.bookmarked(List.of(other, one)));
        assertThat(Commit.bookmarked(List.of("ab", "c"))).isNotEqualTo(Commit.bookmarked(List.of("a", "bc")));
    }

    @Test
    void shouldTakeASnapshotOfACommitWhoseBookmarkHasAnEqualHash() {
        Commit[] last = {Commit.bookmarked(List.of("FB:kcwQAa"))};
        try (Snapshots snapshots = new Snapshots(new GraphReader() {
            @Override
            public Commit lastCommit() {
                return last[0];
            }

            @Override
            public void read(GraphSink sink) {
                new InMemory(TestFacts.dataset()).read(sink);
            }
        })) {
            snapshots.refresh();
            Snapshot before = snapshots.current();
            last[0] = Commit.bookmarked(List.of("FB:kcwQBB"));

            assertThat(snapshots.fresh().version()).isNotEqualTo(before.version());
        }
    }

    @Test
    void shouldNameEachOfManyCommitsOtherwise(EmbeddedServer server, Neo4j neo4j) {
        GraphReader reader = new DriverGraphReader(neo4j);
        Set<Commit> seen = new HashSet<>();
        for (int i = 0; i < COMMITS; i++) {
            server.database().executeTransactionally("MERGE (n:Note) SET n.number = $i", Map.of("i", i));
            seen.add(reader.lastCommit());
        }

        assertThat(seen).hasSize(COMMITS).allMatch(Commit::lasting);
        assertThat(reader.lastCommit()).isIn(seen);
        EmbeddedNeo4jExtension.empty(server);
    }
}
