package org.tieline.peers;

import org.tieline.exposure.BareSearch;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;

/** What the memory of the machine allows: a breadth-first search that looks at nothing. */
record BarePeer(PeerRows rows, BareSearch search) implements Peer {
    @Override
    public Agreement agreement() {
        return Agreement.NONE;
    }

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        sink.carrier(search.search(rows.number(vendor), maxHops), maxHops);
    }
}
