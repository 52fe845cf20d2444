package org.tieline.guide;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that open Neo4j Browser with a query in its editor; nothing runs until the reader runs it. */
final class EditorLink {
    /** Browser of the embedded server on its usual ports; it asks for the password once. */
    static final String EMBEDDED = "http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7687";

    private EditorLink() {}

    /** The address for a query, on the embedded server's usual ports. */
    static String to(String query) {
        // A form's encoding has a plus for a space, which Browser would show as a plus.
        return EMBEDDED + "&cmd=edit&arg="
                + URLEncoder.encode(query.strip(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
