package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;

class WrittenGraphTests {
    @Property(tries = 200)
    void shouldBeReadAsItWasWritten(@ForAll long seed) throws IOException {
        RandomFacts facts = RandomFacts.of(seed);
        TieGraph graph = facts.graph();
        byte[] written = write(graph);
        TieGraph read = TieGraph.read(new DataInputStream(new ByteArrayInputStream(written)));

        assertThat(write(read)).isEqualTo(written);
        List<String> ids = facts.ties().stream().map(Tie::id).toList();
        assertThat(read.ties(ids)).hasSize(ids.size()).isEqualTo(graph.ties(ids));
        assertThat(read.bytesPerTie()).isLessThanOrEqualTo(graph.bytesPerTie());
        SearchOptions options = facts.options();
        for (Organization vendor : facts.organizations()) {
            assertThat(TieGraphEditTests.exposures(read, vendor.id(), options))
                    .isEqualTo(TieGraphEditTests.exposures(graph, vendor.id(), options));
        }
    }

    @Property(tries = 50)
    void shouldKeepSourcesThatCameLater(@ForAll long seed) throws IOException {
        RandomFacts facts = RandomFacts.of(seed);
        Assume.that(!facts.ties().isEmpty());
        Tie tie = facts.ties().getFirst().with(other -> other.sources(List.of("came-later")));
        TieGraph graph = facts.graph()
                .changed(new TieGraph.Changes(
                        List.of(tie.id()),
                        List.of(tie),
                        Map.of("came-later", PartialDate.parse("2019-05")),
                        List.of(),
                        List.of(),
                        List.of()));

        TieGraph read = TieGraph.read(new DataInputStream(new ByteArrayInputStream(write(graph))));

        assertThat(read.ties(List.of(tie.id()))).isEqualTo(graph.ties(List.of(tie.id())));
        SearchOptions options = facts.options();
        for (Organization vendor : facts.organizations()) {
            assertThat(TieGraphEditTests.exposures(read, vendor.id(), options))
                    .isEqualTo(TieGraphEditTests.exposures(graph, vendor.id(), options));
        }
    }

    @Property(tries = 20)
    void shouldRefuseToWriteWhatSomebodySupposes(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        TieGraph graph = facts.graph();
        Organization living = facts.organizations().getFirst();
        assertThatIllegalStateException().isThrownBy(() -> write(graph.living(List.of(living))));
        if (!facts.ties().isEmpty()) {
            Tie tie = facts.ties().getFirst();
            TieGraph supposing = graph.edited(List.of(tie.id()), List.of(tie), Set.of(tie.id()));
            assertThatIllegalStateException().isThrownBy(() -> write(supposing));
        }
    }

    private static byte[] write(TieGraph graph) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        graph.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
