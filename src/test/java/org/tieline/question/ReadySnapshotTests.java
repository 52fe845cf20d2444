package org.tieline.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** What a snapshot has ready when it takes the place of another one. */
class ReadySnapshotTests {
    private final Changing graph = new Changing();
    private final Snapshots snapshots = new Snapshots(graph);

    /** A graph to which somebody commits another data set. */
    private static final class Changing implements GraphReader {
        private Dataset dataset = TestFacts.dataset();
        private long commit = 1;

        void commit(List<Organization> organizations, List<Tie> ties) {
            dataset = new Dataset(
                    dataset.version(),
                    dataset.sha256(),
                    organizations,
                    ties,
                    dataset.bans(),
                    dataset.sources(),
                    dataset.memberships(),
                    dataset.identifiers(),
                    dataset.subscribers());
            commit++;
        }

        @Override
        public Commit lastCommit() {
            return Commit.numbered(commit);
        }

        @Override
        public void read(GraphSink sink) {
            new InMemory(dataset).read(sink);
        }
    }

    @Test
    void shouldMakeNothingThatNobodyAskedFor() {
        snapshots.refresh();
        graph.commit(graph.dataset.organizations(), List.of());
        snapshots.refresh();

        assertThat(snapshots.current().names().isMade()).isFalse();
    }

    @Test
    void shouldTakeOverTheNamesOfTheSameOrganizations() {
        snapshots.refresh();
        Snapshot before = snapshots.current();
        before.names().index();
        graph.commit(graph.dataset.organizations(), List.of());
        snapshots.refresh();

        assertThat(snapshots.current()).isNotSameAs(before);
        assertThat(snapshots.current().names().index()).isSameAs(before.names().index());
    }

    @Test
    void shouldHaveTheNamesOfOtherOrganizationsReadyBeforeAnybodyAsks() {
        snapshots.refresh();
        snapshots.current().names().index();
        snapshots.current().names().search("huawei", 1);
        List<Organization> more = new ArrayList<>(graph.dataset.organizations());
        more.add(new Organization("atlantis-telecom", "Atlantis Telecom", OrganizationKind.CARRIER, "PT", List.of()));
        graph.commit(more, graph.dataset.ties());
        snapshots.refresh();

        assertThat(snapshots.current().names().isMade()).isTrue();
        assertThat(snapshots
                        .current()
                        .names()
                        .index()
                        .find("Atlantis Telecom", null)
                        .best())
                .first()
                .extracting(found -> found.id())
                .isEqualTo("atlantis-telecom");
        assertThat(snapshots.current().names().search("atlantis", 1)).hasSize(1);
    }

    /** Nothing is found among no organizations, so what is found was made before. */
    @Test
    void shouldKeepTheIndexForSearchesUnlessAnOrganizationIsCalledOtherwise() {
        OrganizationNames before = new OrganizationNames(graph.dataset.organizations(), Map.of(), List.of());
        before.search("huawei", 1);

        assertThat(before.changed(List.of(), false, Map.of(), null).search("huawei", 1))
                .hasSize(1);
        assertThat(before.changed(List.of(), true, Map.of(), null).search("huawei", 1))
                .isEmpty();
    }

    /** Whoever makes it takes long for very many; meanwhile snapshots follow each other. */
    @Test
    void shouldShareWhatIsStillBeingMade() {
        Made<Object> slow = new Made<>(Object::new);
        assertThat(slow.isWanted()).isFalse();
        assertThat(slow.get()).isSameAs(slow.get());
        assertThat(slow.isWanted()).isTrue();

        OrganizationNames before = new OrganizationNames(graph.dataset.organizations(), Map.of(), List.of());
        OrganizationNames after = before.changed(List.of(), false, Map.of(), null);
        assertThat(after.index()).isSameAs(before.index());
    }
}
