package org.tieline.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;

/** The comparison with others on a small graph: who needs nothing but a library answers as the engine does. */
class PeersTests {
    private final GeneratedFacts facts = new GeneratedFacts(300, 1_500);
    private final PeerRows rows = PeerRows.of(facts);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void shouldFindTheSameOverAGraphOfOrganizationsAndStates(int hops) throws Exception {
        try (Peer engine = new EnginePeer(rows);
                Peer jgrapht = new JGraphTPeer(rows)) {
            for (String vendor : facts.vendors()) {
                assertThat(found(jgrapht, vendor, hops)).isNotEmpty().isEqualTo(found(engine, vendor, hops));
            }
        }
    }

    private static SortedMap<Integer, Integer> found(Peer peer, String vendor, int hops) throws Exception {
        SortedMap<Integer, Integer> found = new TreeMap<>();
        peer.ask(vendor, hops, (carrier, of) -> assertThat(found.put(carrier, of))
                .as("carrier %d told before", carrier)
                .isNull());
        return found;
    }
}
