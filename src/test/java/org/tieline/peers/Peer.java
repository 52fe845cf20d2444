package org.tieline.peers;

import java.io.IOException;
import java.sql.SQLException;
import org.tieline.exposure.PeerRows.CarrierSink;

/** Somebody who answers which carriers are exposed to a vendor, and within how many hops. */
interface Peer extends AutoCloseable {
    /** How an answer is held against the engine's. */
    default Agreement agreement() {
        return Agreement.SAME;
    }

    /** With more ties of a path it was given up before, and is not asked again. */
    default int mostHops() {
        return Integer.MAX_VALUE;
    }

    /**
     * Asks. Fails, and does nothing more for it, when it takes more than {@link Deadline#SECONDS}.
     *
     * @param vendor the id of the vendor
     * @param maxHops the most ties of a path
     * @param sink takes each carrier once, in any order
     */
    void ask(String vendor, int maxHops, CarrierSink sink) throws Exception;

    @Override
    default void close() throws IOException, SQLException {}

    /** What can be said of two answers. */
    enum Agreement {
        /** The same carriers with the same hops. */
        SAME,
        /** All carriers of the engine, none of them farther, and perhaps others: a simpler question. */
        MORE,
        /** Nothing: it answers something else. */
        NONE
    }
}
