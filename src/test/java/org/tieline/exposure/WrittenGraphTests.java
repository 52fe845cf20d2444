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
import org.tieline.exposure.column.LyingBytes;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;

class WrittenGraphTests {
    @Property(tries = 200)
    void shouldBeReadAsItWasWritten(@ForAll long seed) throws IOException {
        RandomFacts facts = RandomFacts.of(seed);
        TieGraph graph = facts.graph();
        byte[] written = write(graph);
        TieGraph read = read(written, texts(graph));

        assertThat(write(read)).isEqualTo(written);
        assertThat(texts(read)).isEqualTo(texts(graph));
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

        TieGraph read = read(write(graph), texts(graph));

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

    @Property(tries = 50)
    void shouldBeTheSameWhenItsTextsLieElsewhere(@ForAll long seed) throws IOException {
        RandomFacts facts = RandomFacts.of(seed);
        TieGraph graph = facts.graph();
        List<String> ids = facts.ties().stream().map(Tie::id).toList();
        Map<String, Tie> before = graph.ties(ids);

        graph.textsLieIn(LyingBytes.of(texts(graph)));

        assertThat(graph.ties(ids)).isEqualTo(before);
        if (!ids.isEmpty()) {
            Tie other = before.get(ids.getFirst()).withSummary("Quite another sentence.");
            assertThat(graph.edited(List.of(other.id()), List.of(other), Set.of())
                            .ties(List.of(other.id())))
                    .containsValue(other);
        }
    }

    private static TieGraph read(byte[] written, byte[] texts) throws IOException {
        return TieGraph.read(new DataInputStream(new ByteArrayInputStream(written)), LyingBytes.of(texts));
    }

    private static byte[] texts(TieGraph graph) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        graph.copied().writeTexts(new DataOutputStream(bytes));
        assertThat(bytes.size()).isEqualTo(graph.copied().textsLength());
        return bytes.toByteArray();
    }

    private static byte[] write(TieGraph graph) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        graph.copied().write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
