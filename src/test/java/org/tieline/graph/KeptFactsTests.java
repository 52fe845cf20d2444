package org.tieline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.KeptFacts.Kind;
import org.tieline.model.Dataset;
import org.tieline.model.Tie;
import org.tieline.testing.TestFacts;

/** Facts that were kept in pieces are those that were kept as a whole, wherever their bytes are parted. */
class KeptFactsTests {
    private final Dataset facts = TestFacts.datasetWithLives();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1 << 20})
    void shouldReadPiecesInPartsOfAnySize(int part) throws IOException {
        Collected read = read(parts(pieces(), part));

        Collected whole = read(List.of(written()));
        assertThat(whole.ties).isNotEmpty();
        assertThat(read).usingRecursiveComparison().isEqualTo(whole);
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream all = allButTies();
        all.write(KeptFacts.piece(
                Kind.TIE, facts.ties().stream().map(FactRows::of).toList()));
        all.write(KeptFacts.end());
        return all.toByteArray();
    }

    /** A piece for each tie, so that some end where a part does. */
    private byte[] pieces() throws IOException {
        ByteArrayOutputStream all = allButTies();
        for (Tie tie : facts.ties()) {
            all.write(KeptFacts.piece(Kind.TIE, List.of(FactRows.of(tie))));
        }
        all.write(KeptFacts.end());
        return all.toByteArray();
    }

    private ByteArrayOutputStream allButTies() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(KeptFacts.piece(
                Kind.ORGANIZATION,
                facts.organizations().stream().map(FactRows::of).toList()));
        all.write(KeptFacts.piece(
                Kind.IDENTIFIER, facts.identifiers().stream().map(FactRows::of).toList()));
        all.write(KeptFacts.piece(
                Kind.COUNT, facts.subscribers().stream().map(FactRows::of).toList()));
        all.write(KeptFacts.piece(
                Kind.SOURCE, facts.sources().stream().map(FactRows::of).toList()));
        all.write(KeptFacts.piece(
                Kind.BAN, facts.bans().stream().map(FactRows::of).toList()));
        all.write(KeptFacts.piece(
                Kind.MEMBERSHIP, facts.memberships().stream().map(FactRows::of).toList()));
        return all;
    }

    private static List<byte[]> parts(byte[] whole, int size) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < whole.length; from += size) {
            parts.add(Arrays.copyOfRange(whole, from, Math.min(from + size, whole.length)));
        }
        return parts;
    }

    private static Collected read(List<byte[]> parts) {
        Collected collected = new Collected();
        KeptFacts.handTo(parts, new RawGraphSink(collected));
        return collected;
    }
}
