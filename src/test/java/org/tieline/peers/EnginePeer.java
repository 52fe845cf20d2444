package org.tieline.peers;

import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;

/** Our own. */
record EnginePeer(PeerRows rows) implements Peer {
    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        rows.engine(vendor, maxHops, sink);
    }
}
