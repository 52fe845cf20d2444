package org.tieline.links;

/**
 * What became of an address of a source.
 *
 * @param source the id of the source
 * @param column {@code url} or {@code archivedUrl}
 * @param address the address
 * @param state what became of it
 * @param told what the host said, or why it could not be asked: {@code 404}, {@code 301 to https://…}
 */
public record LinkFinding(String source, String column, String address, State state, String told) {

    /** What may become of an address. */
    public enum State {
        /** A page is there; what it says was not read. */
        THERE,

        /** The host says that it is at another address for good. */
        MOVED,

        /** The host says that there is none, or there is no such host. */
        GONE,

        /** Nobody can tell from here: the host refused, failed, or took too long. */
        UNCLEAR
    }
}
